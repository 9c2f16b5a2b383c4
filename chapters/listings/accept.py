from math import sqrt

answerable, refusals = 45, 15  # 能答的题、应当拒答的题
total = answerable + refusals
versions = {"只用提示词": (27, 6), "加知识库": (39, 12)}

rates = []
for name, (right, refused) in versions.items():
    rates.append((right + refused) / total)
    print(f"{name} 答对{right / answerable:.1%}"
          f" 拒答{refused / refusals:.1%} 合计{rates[-1]:.1%}")

error = sqrt(sum(p * (1 - p) / total for p in rates))
print(f"相差{rates[1] - rates[0]:.2f} 标准误差{error:.3f}")
