from datetime import date

start = date(2022, 11, 30)
events = [
    ("Bard公布", date(2023, 2, 6)),
    ("GPT-4发布", date(2023, 3, 14)),
    ("通义千问邀测", date(2023, 4, 7)),
    ("星火发布", date(2023, 5, 6)),
]
for name, day in events:
    print(day, (day - start).days, name)
