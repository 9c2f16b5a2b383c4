def forward(p, x1, x2):
    z1 = p["w11"] * x1 + p["w12"] * x2 + p["b1"]
    z2 = p["w21"] * x1 + p["w22"] * x2 + p["b2"]
    h1, h2 = max(0, z1), max(0, z2)  # ReLU
    return h1, h2, p["v1"] * h1 + p["v2"] * h2 + p["c"]


def gradient(p, x1, x2, t):
    """反向传播：从输出往回求每个参数的梯度，不改参数。"""
    h1, h2, y = forward(p, x1, x2)
    dy = 2 * (y - t)
    d1 = dy * p["v1"] * (h1 > 0)
    d2 = dy * p["v2"] * (h2 > 0)
    return {
        "w11": d1 * x1, "w12": d1 * x2, "b1": d1,
        "w21": d2 * x1, "w22": d2 * x2, "b2": d2,
        "v1": dy * h1, "v2": dy * h2, "c": dy,
    }


p = {"w11": 0.5, "w12": 0.25, "b1": 0, "w21": -1, "w22": 0.25, "b2": 0,
     "v1": 2, "v2": 1, "c": -0.5}
for step in range(3):
    y = forward(p, 1, 2)[2]
    print(f"step {step}: y={y:.4f} loss={(y - 2) ** 2:.4f}")
    g = gradient(p, 1, 2, 2)
    p = {name: p[name] - 0.01 * g[name] for name in p}  # 优化器：更新
