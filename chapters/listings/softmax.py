from math import exp, log


def softmax(scores):
    exps = [exp(s) for s in scores]
    return [e / sum(exps) for e in exps]


labels = ["猫", "狗", "兔"]
probs = softmax([2, 1, 0])
for label, p in zip(labels, probs):
    print(f"{label} p={p:.3f} loss={-log(p):.3f}")
