def quantise(weights, bits):
    """对称量化：按绝对值最大的数定比例，再取最近的整数。"""
    scale = max(abs(w) for w in weights) / (2 ** (bits - 1) - 1)
    return scale, [round(w / scale) for w in weights]


for bits in (8, 4):
    scale, codes = quantise([0.504, -1.27, 0.033, 0.896], bits)
    print(f"{bits}位  比例={scale:.4f}  整数={codes}")
    print("     还原", [round(code * scale, 3) for code in codes])
