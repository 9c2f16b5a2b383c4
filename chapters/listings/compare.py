from math import sqrt


def compare(p, q, n):
    """两个模型各答 n 道题，正确率 p 与 q：差距及其标准误差。"""
    error = sqrt(p * (1 - p) / n + q * (1 - q) / n)
    return p - q, error


for n in (100, 10000):
    gap, error = compare(0.83, 0.80, n)
    print(f"n={n}  gap={gap:.3f}  error={error:.4f}  ratio={gap / error:.2f}")
