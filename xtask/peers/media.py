"""Neighbours that the media measurements stand beside, and the pictures they are made with. Started by `cargo xtask media`."""

import json
import os
import random
import subprocess
import sys
import time

import numpy as np


def cpu(work):
    started = time.process_time()
    work()
    return time.process_time() - started


def picture(width, height):
    y, x = np.mgrid[0:height, 0:width].astype(np.int64)
    triangle = lambda value, period: np.abs(value % (2 * period) - period) * 255 // period
    red, green = triangle(x * 3 + y, 97), triangle(x + 2 * y, 61)
    return np.ascontiguousarray(np.stack([red, green, (red + green) // 2], -1).astype(np.uint8))


def hashing(out):
    """Speed of hashing a decoded 1080p picture, and of a JPEG file to all eight hashes."""
    import pdqhash
    from PIL import Image
    from threatexchange.signal_type.pdq.pdq_hasher import pdq_from_bytes

    pixels = picture(1920, 1080)
    pixels.tofile(f"{out}/1080p.rgb")
    Image.fromarray(pixels).save(f"{out}/1080p.jpg", quality=90)
    file = open(f"{out}/1080p.jpg", "rb").read()
    for name, count, work in [
        ("pdqhash.compute", 20, lambda: pdqhash.compute(pixels)),
        ("pdqhash.compute_dihedral", 20, lambda: pdqhash.compute_dihedral(pixels)),
        ("threatexchange.pdq_from_bytes", 20, lambda: pdq_from_bytes(file)),
    ]:
        seconds = min(cpu(lambda: [work() for _ in range(count)]) / count for _ in range(2))
        print(f"{name}: {1 / seconds:.1f} pictures per CPU second")


def exact(shared, out):
    """Pixels of the reference pictures as Pillow decodes them, for a comparison without any decoder of ours."""
    from PIL import Image

    expected = json.load(open(f"{shared}/pdq_expected.json"))
    lines = []
    for number, image in enumerate(expected["images"]):
        places = [f"{shared}/pdq/{folder}{image['file']}" for folder in ("", "reg-test-input/", "misc-images/")]
        path = next((place for place in places if os.path.exists(place)), None)
        if path is None:
            continue
        decoded = Image.open(path).convert("RGB")
        np.asarray(decoded).tofile(f"{out}/{number}.rgb")
        forms = image["dihedral_full"]
        names = ["orig", "rot90", "rot180", "rot270", "flipx", "flipy", "flipplus1", "flipminus1"]
        lines.append("\t".join([
            path, f"{out}/{number}.rgb", str(decoded.width), str(decoded.height), str(image["quality_full"]),
            image["pdq_cpp_cli_512nn"], *[forms[name] for name in names],
        ]))
    open(f"{out}/exact.tsv", "w").write("\n".join(lines) + "\n")


def haystack(out, count, queries):
    """Random hashes; half of the queries planted at 0 to 31 bits, a quarter at 32 to 40, a quarter anywhere."""
    numbers = np.random.default_rng(42)
    hashes = numbers.integers(0, 256, (count, 32), dtype=np.uint8)
    hashes.tofile(f"{out}/haystack.bin")
    rows = []
    for number in range(queries):
        if number % 4 == 3:
            rows.append(numbers.integers(0, 256, 32, dtype=np.uint8))
            continue
        row = np.unpackbits(hashes[numbers.integers(count)])
        flips = numbers.integers(0, 32) if number % 4 < 2 else numbers.integers(32, 41)
        row[numbers.choice(256, flips, replace=False)] ^= 1
        rows.append(np.packbits(row))
    np.stack(rows).tofile(f"{out}/queries.bin")


def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096


def faiss_multihash(out, queries):
    """faiss as the reference service sets it up: MultiHash of 16 words of 16 bits, one flip, inside an id map."""
    import faiss

    faiss.omp_set_num_threads(1)
    hashes = np.fromfile(f"{out}/haystack.bin", dtype=np.uint8).reshape(-1, 32)
    wanted = np.fromfile(f"{out}/queries.bin", dtype=np.uint8).reshape(-1, 32)[:queries]
    before = resident()
    inner = faiss.IndexBinaryMultiHash(256, 16, 16)
    inner.nflip = 1
    index = faiss.IndexBinaryIDMap2(inner)
    build = cpu(lambda: index.add_with_ids(hashes, np.arange(len(hashes), dtype=np.int64)))
    memory = resident() - before
    found = []
    seconds = cpu(lambda: found.append(index.range_search(wanted, 32)))
    limits, distances, ids = found[0]
    print(f"faiss MultiHash+IDMap2, {len(hashes)}: {len(wanted) / seconds:.0f} queries per CPU second, "
          f"build {build:.1f} s, {memory / 1e6:.0f} MB, {len(ids)} hits")


def scenes(shared, out, drawn):
    """Pictures of the reference, frames of its videos, and drawn scenes; each mangled twenty ways."""
    from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

    os.makedirs(f"{out}/scenes", exist_ok=True)
    sources = []
    for path in ["bridge-mods/aaa-orig.jpg", "misc-images/c.png", "reg-test-input/pen-and-coaster.png"] + [
        f"reg-test-input/labelme-subset/q{name}.jpg" for name in ("0122", "0291", "0746", "1050", "2821")
    ]:
        if os.path.exists(f"{shared}/pdq/{path}"):
            sources.append((path, Image.open(f"{shared}/pdq/{path}").convert("RGB")))
    videos = f"{shared}/vpdq/sample-videos"
    for name in sorted(os.listdir(videos)) if os.path.isdir(videos) else []:
        frame = f"{out}/frame.png"
        done = subprocess.run(["ffmpeg", "-y", "-v", "error", "-ss", "2", "-i", f"{videos}/{name}", "-frames:v", "1", frame])
        if done.returncode == 0 and os.path.exists(frame):
            sources.append((f"{name.split('-')[0]}/{name}", Image.open(frame).convert("RGB")))
            os.remove(frame)
    chance = random.Random(7)
    for number in range(drawn):
        width, height = chance.choice([(900, 675), (675, 900), (960, 540), (800, 800)])
        base = np.random.default_rng(number).integers(40, 216, (chance.randint(3, 6), chance.randint(3, 6), 3), dtype=np.uint8)
        image = Image.fromarray(base).resize((width, height), Image.Resampling.BICUBIC)
        draw = ImageDraw.Draw(image)
        for _ in range(chance.randint(18, 40)):
            x, y = chance.randint(-80, width), chance.randint(-80, height)
            box = (x, y, x + chance.randint(20, width // 3), y + chance.randint(20, height // 3))
            colour = tuple(chance.randint(0, 255) for _ in range(3))
            chance.choice([draw.ellipse, draw.rectangle])(box, fill=colour)
        image = image.filter(ImageFilter.GaussianBlur(1.5))
        grain = np.random.default_rng(number).normal(0, 5, (height, width, 1))
        image = Image.fromarray(np.clip(np.asarray(image) + grain, 0, 255).astype(np.uint8))
        sources.append((f"drawn-{number}/", image))

    def cropped(image, share):
        w, h = image.size
        return image.crop((int(w * share), int(h * share), int(w * (1 - share)), int(h * (1 - share))))

    def shape(image, wide, high):
        w, h = image.size
        box = (h * wide / high, h) if w * high > h * wide else (w, w * high / wide)
        left, top = (w - box[0]) / 2, (h - box[1]) / 2
        return image.crop((int(left), int(top), int(left + box[0]), int(top + box[1])))

    def screenshot(image):
        w, h = 1080, 2200
        page = Image.new("RGB", (w, h), (250, 250, 250))
        inner = ImageOps.contain(image, (w, 1500))
        page.paste(inner, ((w - inner.width) // 2, 330))
        draw = ImageDraw.Draw(page)
        draw.text((40, 20), "21:47", fill=(0, 0, 0), font_size=38)
        draw.ellipse((40, 180, 130, 270), fill=(120, 90, 200))
        draw.text((160, 200), "prova.utente", fill=(0, 0, 0), font_size=40)
        for line in range(3):
            draw.text((40, 360 + inner.height + 70 * line), "una didascalia di prova " * 2, fill=(20, 20, 20), font_size=34)
        return page

    def band(image):
        image = image.copy()
        w, h = image.size
        draw = ImageDraw.Draw(image)
        draw.rectangle((0, int(h * 0.92), w, h), fill=(0, 0, 0))
        draw.text((10, int(h * 0.93)), "TESTO DI PROVA", fill=(255, 255, 255), font_size=max(10, h // 20))
        return image

    def logo(image):
        image = image.copy()
        w, h = image.size
        ImageDraw.Draw(image).ellipse((w - w // 8, h - w // 8, w - 4, h - 4), fill=(230, 20, 60))
        return image

    def letterbox(image):
        w, h = image.size
        page = Image.new("RGB", (w, max(h, w * 16 // 9)), (0, 0, 0))
        page.paste(image, (0, (page.height - h) // 2))
        return page

    manglings = [
        ("re-encode q30", lambda i: i, 30), ("re-encode q10", lambda i: i, 10),
        ("shrink to 320, q50", lambda i: ImageOps.contain(i, (320, 320)), 50),
        ("brighter, more contrast", lambda i: ImageEnhance.Contrast(ImageEnhance.Brightness(i).enhance(1.2)).enhance(1.2), 85),
        ("grey", lambda i: i.convert("L").convert("RGB"), 85),
        ("blur", lambda i: i.filter(ImageFilter.GaussianBlur(3)), 85),
        ("crop 2 %", lambda i: cropped(i, 0.02), 85), ("crop 5 %", lambda i: cropped(i, 0.05), 85),
        ("crop 10 %", lambda i: cropped(i, 0.10), 85), ("crop 12 %", lambda i: cropped(i, 0.12), 85),
        ("1:1, q60", lambda i: shape(i, 1, 1), 60), ("4:5", lambda i: shape(i, 4, 5), 85),
        ("9:16", lambda i: shape(i, 9, 16), 85), ("16:9", lambda i: shape(i, 16, 9), 85),
        ("mirror", ImageOps.mirror, 85), ("turned by 90", lambda i: i.rotate(90, expand=True), 85),
        ("border 5 %", lambda i: ImageOps.expand(i, max(4, i.width // 20), (0, 0, 0)), 85),
        ("letterbox 9:16", letterbox, 85), ("screenshot", screenshot, 85), ("text band 8 %", band, 85), ("logo 12 %", logo, 85),
        ("mirror and 1:1", lambda i: ImageOps.mirror(shape(i, 1, 1)), 75),
    ]
    lines = []
    for number, (name, image) in enumerate(sources):
        original = f"{out}/scenes/{number}.png"
        image.save(original, compress_level=1)
        group = name.split("/")[0] if "/" in name and not name.startswith("reg") and not name.startswith("misc") else name
        kind = "drawn" if name.startswith("drawn") else "natural"
        for place, (mangling, change, quality) in enumerate(manglings):
            path = f"{out}/scenes/{number}-{place}.jpg"
            change(image).save(path, quality=quality)
            lines.append("\t".join([kind, group, original, mangling, path]))
    open(f"{out}/scenes.tsv", "w").write("\n".join(lines) + "\n")
    print(f"{len(sources)} pictures, {len(manglings)} manglings")


if __name__ == "__main__":
    task, *rest = sys.argv[1:]
    rest = [int(value) if value.isdigit() else value for value in rest]
    {"hashing": hashing, "exact": exact, "haystack": haystack, "faiss": faiss_multihash, "scenes": scenes}[task](*rest)
