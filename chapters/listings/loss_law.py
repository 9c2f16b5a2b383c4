def kaplan(n):
    """Kaplan等（2020）：数据与算力充足时，损失随参数量 n 变化。"""
    return (8.8e13 / n) ** 0.076


for n in (1e5, 1e7, 1e9):
    print(f"N={n:.0e}  loss={kaplan(n):.3f}")
