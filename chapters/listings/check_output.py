import json

# 要求的字段与类型
RULES = {"城市": str, "晚数": int, "金额": int}

# 模型的四份回答
ANSWERS = [
    '{"城市": "成都", "晚数": 3, "金额": 1500}',
    '{"城市": "成都", "晚数": "三", "金额": 1500}',
    '{"城市": "成都", "晚数": 3, "金额": 9500}',
    '好的，结果是：成都，三晚。',
]


def check(text):
    """说出格式上的第一个问题。"""
    try:
        data = json.loads(text)
    except json.JSONDecodeError:
        return "不是JSON"
    for key, kind in RULES.items():
        if type(data.get(key)) is not kind:
            return f"{key}不合格"
    return "格式合格"


for answer in ANSWERS:
    print(check(answer), answer)
