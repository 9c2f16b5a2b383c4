import random

random.seed(7)


def answer():
    """一个回答：打分分不清本领与讨好，讨好过头则质量下降。"""
    skill, flattery = random.gauss(0, 1), random.gauss(0, 1)
    return skill + flattery, skill - flattery**2 / 2


for n in (1, 4, 16, 64, 256, 1024):
    best = [max(answer() for _ in range(n)) for _ in range(1000)]
    score = sum(s for s, _ in best) / len(best)
    quality = sum(q for _, q in best) / len(best)
    print(f"n={n:4d}  打分={score:.2f}  质量={quality:.2f}")
