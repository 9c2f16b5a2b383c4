from math import sqrt


def balanced(c, ratio=20):
    """运算次数 c = 6ND，且 D = ratio × N 时的参数量与词元数。"""
    n = sqrt(c / (6 * ratio))
    return n, ratio * n


for name, c in (("GPT-3", 3.15e23), ("Chinchilla", 5.88e23)):
    n, d = balanced(c)
    print(f"{name}: C={c:.2e}  N={n / 1e8:.0f}亿  D={d / 1e12:.2f}万亿")
