import json

RULES = {"城市": str, "晚数": int, "金额": int}


def check(text):
    """模型写的文字合不合格式：返回问题的列表，空表示合格。"""
    try:
        data = json.loads(text)
    except json.JSONDecodeError:
        return ["不是JSON"]
    if not isinstance(data, dict):
        return ["不是对象"]
    problems = [f"缺少{k}" for k in RULES if k not in data]
    problems += [f"多出{k}" for k in data if k not in RULES]
    problems += [f"{k}的类型不对" for k, t in RULES.items()
                 if k in data and type(data[k]) is not t]
    return problems


for text in (
    '{"城市": "成都", "晚数": 3, "金额": 1500}',
    '{"城市": "成都", "晚数": "三", "金额": 1500}',
    '{"城市": "成都", "晚数": 3, "金额": 9500}',
    '好的，结果是：成都，三晚。',
):
    print(check(text), text)
