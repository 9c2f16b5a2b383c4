import random

random.seed(7)


def best_of(n):
    """n 个回答里选打分最高的，返回它的打分与真实质量。"""
    best = (-99, 0)
    for _ in range(n):
        skill, flattery = random.gauss(0, 1), random.gauss(0, 1)
        score = skill + flattery  # 打分分不清本领与讨好
        quality = skill - flattery**2 / 2  # 讨好过头，质量下降
        best = max(best, (score, quality))
    return best


for n in (1, 4, 16, 64, 256, 1024):
    runs = [best_of(n) for _ in range(1000)]
    score = sum(s for s, _ in runs) / len(runs)
    quality = sum(q for _, q in runs) / len(runs)
    print(f"n={n:4d}  打分={score:.2f}  质量={quality:.2f}")
