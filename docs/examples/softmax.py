from math import exp


# region softmax
def softmax(scores):
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    return [power / sum(powers) for power in powers]
# endregion


print(softmax([2.0, 1.0, 0.1]))
