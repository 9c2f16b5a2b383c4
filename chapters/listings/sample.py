from collections import Counter, defaultdict
from random import Random

text = "我爱读书。我爱运动。我爱读诗。他爱读书。我读诗。"
counts = defaultdict(Counter)
for a, b in zip(text, text[1:]):
    counts[a][b] += 1


def probabilities(char, temperature):
    """次数的对数当作打分：exp(ln(n) / T) 就是 n 的 1/T 次方。"""
    powers = {c: n ** (1 / temperature) for c, n in counts[char].items()}
    return {c: p / sum(powers.values()) for c, p in powers.items()}


def sentence(temperature, random, char="。"):
    out = ""
    while not out.endswith("。"):
        p = probabilities(char, temperature)
        char = random.choices(list(p), weights=list(p.values()))[0]
        out += char
    return out


for temperature in (0.2, 1, 5):
    p = probabilities("爱", temperature)
    print(f"T={temperature}", {c: round(x, 3) for c, x in p.items()})
    random = Random(7)
    print("    ", "".join(sentence(temperature, random) for _ in range(5)))
