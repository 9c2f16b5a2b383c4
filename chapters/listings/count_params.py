def count(layers):
    """全连接网络的参数个数：每层权重数加偏置数。"""
    total = 0
    for n_in, n_out in zip(layers, layers[1:]):
        total += n_in * n_out + n_out
    return total


for layers in ([3, 4, 2], [784, 128, 10], [784, 4096, 4096, 10]):
    print(layers, count(layers))
