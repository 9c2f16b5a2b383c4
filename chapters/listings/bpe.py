from collections import Counter

# 每种写法：拆成的词元，以及在语料里出现的次数
words = {("大", "模", "型"): 3, ("模", "型"): 2, ("大", "象"): 1}


def merge(word, pair):
    """把 word 里相邻的 pair 合并成一个词元。"""
    out = []
    for token in word:
        if out and (out[-1], token) == pair:
            out[-1] += token
        else:
            out.append(token)
    return tuple(out)


for step in range(3):
    length = sum(len(word) * n for word, n in words.items())
    pairs = Counter()
    for word, n in words.items():
        for pair in zip(word, word[1:]):
            pairs[pair] += n
    best, count = pairs.most_common(1)[0]
    print(f"{length}个词元，最常见的一对：{'+'.join(best)}，{count}次")
    words = {merge(word, best): n for word, n in words.items()}
