from math import exp, sqrt

tokens = ["牛奶", "小猫", "它"]
Q = [[1, 1, 0, 0], [0, 0, 2, 2], [2, 0, 2, 0]]
K = [[1, 0, 1, 0], [1, 0, 0, 1], [0, 1, 0, 1]]
V = [[1, 0], [0, 1], [1, 1]]


def softmax(scores):
    exps = [exp(s) for s in scores]
    return [e / sum(exps) for e in exps]


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


for i, q in enumerate(Q):
    # 因果掩码：第 i 个词元只看得到它自己和前面的
    scores = [dot(q, k) / sqrt(len(k)) for k in K[: i + 1]]
    weights = softmax(scores)
    output = [dot(weights, column) for column in zip(*V[: i + 1])]
    print(tokens[i], [f"{w:.3f}" for w in weights], "->", [f"{x:.3f}" for x in output])
