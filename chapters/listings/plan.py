from math import ceil

stages = [("系统设计", 8), ("提示词", 8), ("平台应用", 16), ("知识库", 20),
          ("微调", 20), ("文生图", 8), ("行业应用", 16)]
per_week = 8  # 每周能用的小时数
done = 0
for number, (name, hours) in enumerate(stages, 1):
    first = done // per_week + 1
    done += hours
    last = ceil(done / per_week)
    print(f"{number} {name} {hours}小时，第{first}周起，第{last}周止")
print(f"合计{done}小时，{last}周")
