"""A corpus of generated documents in several formats, some of them broken on purpose."""
import gzip
import io
import random
import zipfile

THEMES = ["WONEN", "WERKEN", "LEREN EN OPGROEIEN", "INTEGRATIE", "VEILIGHEID"]

PAGE = """<!DOCTYPE html>
<html lang="nl"><head><title>Besluit {number}</title></head>
<body><h1>Besluit {number}</h1>{paragraphs}</body></html>
"""


def sentences(rng, count):
    """Made-up sentences with figures of several kinds."""
    forms = [
        "Het aandeel daalt van {a}% naar {b}% in {year}.",
        "De gemeente stelt hiervoor € {a}{b}.000 beschikbaar.",
        "Voor 1 mei {year} zijn er {a} woningen opgeleverd.",
        "De afspraak geldt {b} jaar, tot en met 31 december {year}.",
        "Het rijk draagt € {a},{b} miljoen bij in de periode {year}-{later}.",
    ]
    for _ in range(count):
        year = rng.randint(2005, 2025)
        yield rng.choice(forms).format(a=rng.randint(10, 90), b=rng.randint(2, 9), year=year, later=year + 3)


def text_document(rng, number):
    lines = [f"Afspraken over wijk nummer {number}", ""]
    for index, theme in enumerate(rng.sample(THEMES, 3), 1):
        lines += [f"{index}. Op het gebied van {theme}", "", "a. Gezamenlijke ambitie", ""]
        lines += [f"- {sentence}" for sentence in sentences(rng, 4)] + [""]
        lines += ["b. Inzet stad", ""] + [f"- {sentence}" for sentence in sentences(rng, 3)] + [""]
    return "\n".join(lines)


def html_document(rng, number):
    paragraphs = "\n".join(f"<p>{sentence}</p>" for sentence in sentences(rng, 12))
    return PAGE.format(number=number, paragraphs=paragraphs)


def zipped(files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


def good_document(rng, number):
    """(file name, bytes) of a sound document."""
    kind = number % 5
    text = text_document(rng, number)
    if kind == 0:
        return f"besluit-{number:04}.html", html_document(rng, number).encode()
    if kind == 1:
        return f"besluit-{number:04}.txt.gz", gzip.compress(text.encode(), mtime=0)
    if kind == 2:
        return f"besluit-{number:04}.txt", text.encode("windows-1252", "replace")
    if kind == 3:
        return f"besluit-{number:04}.zip", zipped({"een.txt": text, "twee.txt": text_document(rng, -number)})
    return f"besluit-{number:04}.txt", text.encode()


def broken_documents(rng):
    """Ten ways to be broken, by the name that the failure must be listed under."""
    return {
        "kapot-ruis.bin": rng.randbytes(5000),
        "kapot-nul.txt": b"Besluit\0\0\0\0" * 500,
        "kapot-onbekend.xml": b"<?xml version='1.0'?><iets><anders>In 2011</anders></iets>",
        "kapot-pdf.pdf": b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\n" + rng.randbytes(200),
        "kapot-oud.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + rng.randbytes(2000),
        "kapot-gz.gz": gzip.compress(b"In 2011." * 500, mtime=0)[:30],
        "kapot-zip.zip": zipped({"een.txt": "In 2011."})[:33],
        "kapot-hangt.txt": b"handvest-test-fault: hang",
        "kapot-breekt-af.txt": b"handvest-test-fault: abort",
        "kapot-geheugen.txt": b"handvest-test-fault: memory",
    }


def write_corpus(folder, count, seed=2009):
    """Writes `count` documents, 3% of them broken, in folders by year. The keys of the broken ones."""
    rng = random.Random(seed)
    broken = set()
    patterns = list(broken_documents(rng).items())
    for number in range(count):
        year = folder / str(2005 + number % 20)
        year.mkdir(parents=True, exist_ok=True)
        if number % 33 == 32:
            name, content = patterns[number // 33 % len(patterns)]
            name = f"{number:04}-{name}"
            broken.add(f"{year.name}/{name}")
        else:
            name, content = good_document(rng, number)
        (year / name).write_bytes(content)
    return broken
