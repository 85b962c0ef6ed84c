#include "output/html/html.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "output/annotations/marks.hpp"
#include "output/embedded.hpp"

namespace handvest {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kMaxDepth = 200;  // of the outline that is shown

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        // Control characters have no place in HTML; the symbol for each keeps them in sight.
        if (static_cast<unsigned char>(c) < 0x20U && c != '\n' && c != '\t' && c != '\r') {
          out += {'\xE2', '\x90', static_cast<char>(0x80 + c)};
        } else {
          out += c;
        }
    }
  }
  return out;
}

std::string text_of(const Json& node, const char* key) {
  if (!node.is_object()) return {};
  const auto found = node.find(key);
  return found != node.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json& array_of(const Json& node, const char* key) {
  static const Json kNone = Json::array();
  if (!node.is_object()) return kNone;
  const auto found = node.find(key);
  return found != node.end() && found->is_array() ? *found : kNone;
}

std::size_t start_of(const Json& node) {
  const Json::json_pointer pointer("/span/start");
  if (!node.is_object() || !node.contains(pointer)) return 0;
  const Json& start = node.at(pointer);
  return start.is_number_unsigned() ? start.get<std::size_t>() : 0;
}

/// The list on the left, and the places in the text that it leads to.
class OutlineWriter {
 public:
  void write(const Json& root) {
    nodes(array_of(root, "sections"), "section", 0);
    nodes(array_of(root, "charters"), "charter", 0);
  }

  const std::string& html() const { return html_; }
  /// Ids by the code point where they begin.
  const std::multimap<std::size_t, std::string>& anchors() const { return anchors_; }

 private:
  void nodes(const Json& list, const std::string& kind, int depth) {
    if (list.empty() || depth > kMaxDepth) return;
    html_ += "<ul>";
    for (const auto& node : list) {
      html_ += "<li class=\"" + kind + "\">";
      link(node);
      nodes(array_of(node, "blocks"), "block", depth + 1);
      nodes(array_of(node, "sections"), "section", depth + 1);
      html_ += "</li>\n";
    }
    html_ += "</ul>";
  }

  void link(const Json& node) {
    const std::string id = text_of(node, "id");
    const std::string label = text_of(node, "label");
    std::string title = label.empty() ? text_of(node, "title") : label;
    if (title.empty()) title = id;
    const std::string number = text_of(node, "number");
    const std::string theme = text_of(node, "theme");
    html_ += "<a href=\"#" + escaped(id) + "\">" +
             escaped(number.empty() ? title : number + " " + title) + "</a>";
    if (!theme.empty()) html_ += " <small>" + escaped(theme) + "</small>";
    anchors_.emplace(start_of(node), id);
  }

  std::string html_;
  std::multimap<std::size_t, std::string> anchors_;
};

std::string mark_html(const Mark& mark, std::string_view words) {
  std::string about = mark.type + ": " + mark.value;
  if (!mark.qualifier.empty()) about += " (" + mark.qualifier + ")";
  if (!mark.rule.empty()) about += " — " + mark.rule;
  return "<mark id=\"" + escaped(mark.id) + "\" class=\"" + escaped(mark.type) + "\" title=\"" +
         escaped(about) + "\">" + escaped(words) + "</mark>";
}

/// The text, its mentions marked, with an anchor wherever a node begins.
std::string text_html(const Document& document,
                      const std::multimap<std::size_t, std::string>& anchors) {
  const CodePointText text(document.text());
  std::string html;
  std::size_t at = 0;
  auto anchor = anchors.begin();
  const auto plain_to = [&](std::size_t end) {
    for (; anchor != anchors.end() && anchor->first <= end; ++anchor) {
      const std::size_t place = std::max(at, anchor->first);
      html += escaped(text.slice(at, place));
      html += "<a class=\"place\" id=\"" + escaped(anchor->second) + "\"></a>";
      at = place;
    }
    html += escaped(text.slice(at, end));
    at = std::max(at, end);
  };
  for (const auto& mark : mentions_in_order(document)) {
    plain_to(mark.start);
    html += mark_html(mark, text.slice(mark.start, mark.end));
    at = mark.end;
  }
  plain_to(text.size());
  return html;
}

std::string findings_html(const std::vector<Mark>& marks, const std::string& kind) {
  std::string html;
  for (const auto& mark : marks) {
    if (mark.kind != kind) continue;
    html += "<li id=\"" + escaped(mark.id) + "\"><a href=\"#" + escaped(mark.mention) + "\">" +
            escaped(mark.value) + "</a> <small>" + escaped(mark.in) + "</small></li>\n";
  }
  return "<ol>" + html + "</ol>";
}

/// The page with `contents` in its holes ("{{name}}"); contents are not searched for holes.
std::string filled(std::string_view page, const std::map<std::string, std::string>& contents) {
  std::string out;
  for (std::size_t hole = page.find("{{"); hole != std::string_view::npos; hole = page.find("{{")) {
    const std::size_t end = page.find("}}", hole);
    out += page.substr(0, hole);
    out += contents.at(std::string(page.substr(hole + 2, end - hole - 2)));
    page.remove_prefix(end + 2);
  }
  return out.append(page);
}

}  // namespace

std::string write_html(const Document& document) {
  OutlineWriter outline;
  outline.write(document.root());
  const auto marks = marks_of(document);
  return filled(output_file("page.html"), {{"title", escaped(document.key())},
                                           {"outline", outline.html()},
                                           {"pledges", findings_html(marks, "pledge")},
                                           {"targets", findings_html(marks, "target")},
                                           {"text", text_html(document, outline.anchors())}});
}

}  // namespace handvest
