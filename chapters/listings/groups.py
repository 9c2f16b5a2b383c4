# 每组：合格者通过、合格者误拒、不合格者误放、不合格者拒绝
groups = {
    "甲组": (456, 24, 16, 304),
    "乙组": (96, 24, 4, 76),
}
groups["合计"] = tuple(map(sum, zip(*groups.values())))

for name, (passed, rejected, let_in, refused) in groups.items():
    total = passed + rejected + let_in + refused
    right = (passed + refused) / total
    wrongly = rejected / (passed + rejected)
    print(f"{name} {total}人  准确率{right:.1%}  误拒率{wrongly:.1%}")
