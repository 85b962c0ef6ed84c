"""A publication in the XML of officielebekendmakingen.nl as the page of HTML that the site gives of it: the same
elements, classes and things around the text, after real pages of the Staatscourant, Staatsblad and Gemeenteblad."""
import html
import re
import xml.etree.ElementTree as ElementTree

PAPERS = ("staatscourant", "staatsblad", "gemeenteblad", "provinciaalblad", "waterschapsblad",
          "bladgemeenschappelijkeregeling")
# Level of the headings of parts; a divisie counts those around it, and other parts the headings around them.
LEVELS = {"artikel": 3, "wijzig-artikel": 3, "nota-toelichting": 2, "bijlage": 2, "hoofdstuk": 2, "paragraaf": 3}
# Element: tag and class on the page. Others with blocks in them become a div of their own name.
BLOCKS = {"al": ("p", ""), "wij": ("p", "wij"), "considerans.al": ("p", "considerans.al"),
          "tussenkop": ("p", "tussenkop"), "dagtekening": ("p", "dagtekening"), "koning": ("p", "koning"), "noot.al": ("p", ""),
          "ondertekening": ("p", "ondertekening"), "datum": ("p", "")}
INLINE = {"vet": ("strong", "vet"), "cur": ("em", "cur"), "sup": ("sup", ""), "functie": ("span", "functie"),
          "naam": ("span", "naam"), "voornaam": ("span", "voornaam"), "achternaam": ("span", "achternaam"),
          "extref": ("a", "externe_link")}

PLAIN = """<body onload="enablePopup()"><div id="kopregel"><!--EINDE kopregel--></div>
<div id="inhoudsopgave"><ul class="toc"><li class="first"><a href="#a1">Lichaam</a></li></ul></div>
<div id="broodtekst">%s</div><div id="voetregel"></div></body>"""
WITH_NAVIGATION = """<body><div id="header"><p><a href="#inhoud">Skip navigatie, ga direct naar de Inhoud</a></p>
<ul class="hoofd-navigatie"><li class="active"><a href="/">Home</a></li><li><a href="/over">Over deze site</a></li></ul>
<div id="zoeken"><p>Zoek in 3 bladen van 2008 tot en met 2012</p></div></div>
<div id="broodkruimels"><p>U bent hier: <a href="/">Home</a></p></div>
<div id="main"><div class="linker-kolom"><h2>Inhoudsopgave</h2><ul class="toc"><li><a href="#a1">Lichaam</a></li></ul></div>
<div id="inhoud"><div class="officiele-publicatie">%s</div></div></div>
<div class="footer"><p>Laatst gewijzigd op 1 mei 2014</p></div></body>"""
PAGES = {"plain": PLAIN, "with navigation": WITH_NAVIGATION}


def tagged(tag, name, content):
    return "<%s%s>%s</%s>" % (tag, ' class="%s"' % name if name else "", content, tag)


def wrapped(text):
    """Text broken over lines where it has blanks, as the site's pages have it."""
    words = re.split(r" (?=[^<>]*(?:<|$))", text)
    return "".join(word + ("\n                  " if n % 12 == 11 else " ") for n, word in enumerate(words)).rstrip(" ")


def words_of(node):
    return " ".join("".join(node.itertext()).split())


class Page:
    def __init__(self, root):
        self.notes = []
        paper = next(node for node in root if node.tag in PAPERS)
        self.title = None
        self.body = "".join(self.block(node, paper, 0) for node in paper) + "".join(self.notes)

    def inline(self, node):
        """What stands in a paragraph."""
        text = html.escape(node.text or "")
        for child in node:
            text += self.element_in_line(child) + html.escape(child.tail or "")
        return text

    def element_in_line(self, node):
        if node.tag == "noot":
            return self.note(node)
        tag, name = INLINE.get(node.get("type") if node.tag == "nadruk" else node.tag, ("span", ""))
        return tagged(tag, name, self.inline(node))

    def note(self, node):
        number = str(len(self.notes) + 1)
        text = "".join(self.block(child, node, 0) for child in node)
        self.notes.append('<div class="noot" id="noot%s"><span class="nootnum">%s</span> %s</div>'
                          % (number, number, text))
        return '<a class="nootref" href="#noot%s"><sup>%s</sup></a>' % (number, number)

    def block(self, node, parent, depth):
        if node.tag in ("kop", "intitule"):
            return self.heading(node, parent, depth)
        if node.tag == "plaatje":
            return '<div class="plaatje"><img src="logo.png" alt="" /></div>'
        if node.tag in BLOCKS:
            tag, name = BLOCKS[node.tag]
            return tagged(tag, name, wrapped(self.inline(node)))
        if node.tag == "lijst":
            return tagged("ul", "expliciet whitespace-small", "".join(map(self.item, node)))
        if node.tag == "lid":
            return self.numbered("lidnr", node)
        if node.tag == "table":
            return self.table(node)
        inner = depth + (node.find("kop") is not None)
        name = "circulaire_divisie" if node.tag == "divisie" else node.tag.replace(".", "_")
        return tagged("div", name, "".join(self.block(child, node, inner) for child in node))

    def heading(self, node, parent, depth):
        if parent.tag in PAPERS:
            text = words_of(node.find("titel")) if node.tag == "kop" else words_of(node)
            return '<h1 class="%s_kop"><a id="a1" name="a1"></a>%s</h1>' % (parent.tag, html.escape(text))
        text = html.escape(" ".join(words_of(part) for part in node))
        anchor = '<a id="d16e%d" name="d16e%d"></a>' % (len(text), len(text))
        if parent.tag == "divisie":
            return tagged("h%d" % (2 + depth), "divisiekop%d" % depth, anchor + text)
        return tagged("h%d" % LEVELS.get(parent.tag, 2 + depth), parent.tag + "_kop", anchor + text)

    def item(self, node):
        return tagged("li", "li", self.numbered("li.nr", node))

    def numbered(self, number, node):
        """A paragraph with its number, and what else stands under that number."""
        parts, label = [], tagged("span", "ol" if number == "li.nr" else "lidnr", words_of(node.find(number)) + " ")
        for child in node:
            if child.tag == "al":
                parts.append(tagged("p", "labeled" if label else "", label + self.inline(child)))
                label = ""
            elif child.tag != number:
                parts.append(self.block(child, node, 0))
        return "".join(parts)

    def table(self, node):
        rows = []
        for group in node.iter("tgroup"):
            columns = [column.get("colname") for column in group.iter("colspec")]
            for part in group:
                tag = {"thead": "th", "tbody": "td"}.get(part.tag)
                rows += [self.row(row, tag, columns) for row in part] if tag else []
        return tagged("table", "", "".join(rows))

    def row(self, node, tag, columns):
        cells = []
        for entry in node:
            width = 1
            if entry.get("namest") and entry.get("nameend"):
                width += columns.index(entry.get("nameend")) - columns.index(entry.get("namest"))
            height = int(entry.get("morerows", 0)) + 1
            content = "".join(self.block(child, entry, 0) for child in entry)
            cells.append('<%s colspan="%d" rowspan="%d">%s</%s>' % (tag, width, height, content, tag))
        return tagged("tr", "", "".join(cells))


def site_page(path, kind):
    """The page of `kind` for the publication at `path`."""
    root = ElementTree.parse(path).getroot()
    return ("<!DOCTYPE html><html lang=\"nl\"><head><meta charset=\"utf-8\"/><title>Publicatie</title></head>\n"
            + PAGES[kind] % Page(root).body + "</html>\n")
