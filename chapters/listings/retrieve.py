from collections import Counter
from math import sqrt

notes = [
    "住宿费：省会城市每晚不超过500元。",
    "交通费：高铁报二等座，飞机报经济舱。",
    "餐费：出差每天补助100元，不用发票。",
]


def vector(text):
    return Counter(a + b for a, b in zip(text, text[1:]))


def cosine(u, v):
    dot = sum(u[k] * v[k] for k in u)
    size = sqrt(sum(n * n for n in u.values()))
    return dot / (size * sqrt(sum(n * n for n in v.values())))


for question in ("出差住宿费每晚多少元", "宾馆一天能报多少钱"):
    print(question)
    for note in notes:
        score = cosine(vector(question), vector(note))
        print(f"  {score:.3f} {note}")
