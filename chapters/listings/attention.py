from math import exp, sqrt

tokens = ["牛奶", "小猫", "它"]
Q = [[1, 1, 0, 0], [0, 0, 2, 2], [2, 0, 2, 0]]
K = [[1, 0, 1, 0], [1, 0, 0, 1], [0, 1, 0, 1]]
V = [[1, 0], [0, 1], [1, 1]]


for i, q in enumerate(Q):
    # 因果掩码：第 i 个词元只看得到它自己和前面的
    scores = [sum(a * b for a, b in zip(q, k)) / sqrt(4) for k in K[: i + 1]]
    exps = [exp(s) for s in scores]
    weights = [e / sum(exps) for e in exps]
    output = [sum(w * v[j] for w, v in zip(weights, V)) for j in range(2)]
    print(tokens[i], "权重", [round(w, 3) for w in weights])
    print("    输出", [round(x, 3) for x in output])
