from collections import Counter
from random import Random

text = "我爱读书。我爱运动。我爱读诗。他爱读书。我读诗。"
pairs = list(zip(text, text[1:]))
counts = {a: Counter(y for x, y in pairs if x == a) for a in text}


def probabilities(char, temperature):
    powers = {c: n ** (1 / temperature) for c, n in counts[char].items()}
    return {c: p / sum(powers.values()) for c, p in powers.items()}


def sentence(temperature, random, char="。"):
    out = ""
    while not out.endswith("。"):
        p = probabilities(char, temperature)
        char = random.choices(list(p), list(p.values()))[0]
        out += char
    return out


for temperature in (0.2, 1, 5):
    print(f"T={temperature}", f"爱读={probabilities('爱', temperature)['读']:.3f}")
    random = Random(7)
    print("   ", *(sentence(temperature, random) for _ in range(5)))
