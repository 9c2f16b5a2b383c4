def lora(d_in, d_out, rank):
    """B 是 d_out×rank，A 是 rank×d_in，只训练这两个小矩阵。"""
    return rank * (d_in + d_out)


d, layers, per_layer = 4096, 32, 2  # 每层改两个 4096×4096 的矩阵
print("一个矩阵:", d * d)
for rank in (4, 8, 64):
    one = lora(d, d, rank)
    total = one * per_layer * layers
    print(f"r={rank}: {one}  1/{d * d // one}  全部 {total}")
