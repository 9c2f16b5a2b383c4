def quantise(weights, bits):
    """对称量化：按绝对值最大的数定比例，再取最近的整数。"""
    top = 2 ** (bits - 1) - 1
    scale = max(abs(w) for w in weights) / top
    return scale, [round(w / scale) for w in weights]


weights = [0.504, -1.27, 0.033, 0.896]
for bits in (8, 4):
    scale, codes = quantise(weights, bits)
    back = [round(code * scale, 3) for code in codes]
    error = max(abs(w - b) for w, b in zip(weights, back))
    print(f"{bits}位  比例={scale:.4f}  整数={codes}")
    print(f"     还原={back}  最大误差={error:.3f}")
