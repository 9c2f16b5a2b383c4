from collections import Counter


def next_chars(text, char):
    """统计 text 里紧跟在 char 后面的字各占多少。"""
    counts = Counter(b for a, b in zip(text, text[1:]) if a == char)
    total = sum(counts.values())
    return {c: n / total for c, n in counts.most_common()}


text = "我爱读书。我爱运动。我爱读诗。他爱读书。"
for size in (10, 20):
    print(size, next_chars(text[:size], "爱"))
