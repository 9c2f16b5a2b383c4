points = [(0, 1), (1, 3), (2, 5), (3, 7)]  # 都在 y = 2x + 1 上
w, b, rate = 0.0, 0.0, 0.1

for step in range(201):
    errors = [w * x + b - y for x, y in points]
    loss = sum(e * e for e in errors) / len(points)
    if step in (0, 1, 2, 10, 50, 200):
        print(f"{step:3d}  w={w:.3f}  b={b:.3f}  loss={loss:.4f}")
    grad_w = sum(2 * e * x for e, (x, y) in zip(errors, points)) / len(points)
    grad_b = sum(2 * e for e in errors) / len(points)
    w -= rate * grad_w
    b -= rate * grad_b
