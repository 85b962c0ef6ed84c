#include "output/tables/row_maker.hpp"

#include <algorithm>

#include "text/diagnostic.hpp"

namespace handvest::tables_detail {
namespace {

constexpr std::string_view kSeparator = "; ";

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> keys;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    keys.emplace_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return keys;
}

[[noreturn]] void refuse(const std::string& document, const Column& column) {
  throw Error(ErrorCode::damaged, {document, 0, 0, 0},
              "the JSON has no " +
                  std::string(column.type == ColumnType::text ? "text" : "number") + " where '" +
                  column.name +
                  "' should stand; check it against the schema that 'handvest schema' prints");
}

bool fits(const Json& node, ColumnType type) {
  switch (type) {
    case ColumnType::text:
      return node.is_string();
    case ColumnType::integer:
      return node.is_number_integer();
    case ColumnType::number:
      return node.is_number();
  }
  return false;
}

using Keys = std::vector<std::string>::const_iterator;

// The scalars at the end of a path; several where the path goes through arrays.
void collect(const Json& node, Keys key, Keys end, std::vector<const Json*>& found) {
  if (node.is_null()) return;
  if (key == end) {
    found.push_back(&node);
  } else if (*key != "*") {
    collect(member(node, *key), std::next(key), end, found);
  } else if (node.is_array()) {
    for (const auto& element : node) collect(element, std::next(key), end, found);
  }
}

DataTable empty_table(const TableFields& fields) {
  DataTable table{std::string(fields.name),
                  std::string(fields.record_name),
                  std::string(fields.description),
                  {},
                  {}};
  for (const auto& field : fields.fields) {
    table.columns.push_back({std::string(field.name), field.type, std::string(field.description),
                             field.role == FieldRole::key, field.role == FieldRole::repeated,
                             std::string(field.references)});
  }
  return table;
}

}  // namespace

const Json& member(const Json& node, std::string_view key) {
  static const Json kNone;
  if (!node.is_object()) return kNone;
  const auto found = node.find(std::string(key));
  return found == node.end() ? kNone : *found;
}

std::string text_of(const Json& node, std::string_view key) {
  const Json& found = member(node, key);
  return found.is_string() ? found.get<std::string>() : std::string();
}

RowMaker::RowMaker(std::string document) : document_(std::move(document)) {
  for (const auto& fields : all_tables()) {
    tables_.push_back(empty_table(fields));
    auto& sources = sources_.emplace_back();
    for (const auto& field : fields.fields) {
      const bool context = field.path.front() == '@';
      sources.push_back(
          {context, context ? std::vector{std::string(field.path.substr(1))} : split(field.path)});
    }
  }
}

std::optional<std::string> RowMaker::value(const Column& column, const Source& source,
                                           const Json& node, const Context& context,
                                           std::size_t row) const {
  if (source.context) {
    const std::string& key = source.keys.front();
    if (key == "document") return document_;
    if (key == "n") return std::to_string(row);
    const auto found = context.find(key);
    if (found == context.end() || found->second.empty()) return std::nullopt;
    return found->second;
  }
  std::vector<const Json*> found;
  collect(node, source.keys.begin(), source.keys.end(), found);
  std::optional<std::string> joined;
  for (const Json* scalar : found) {
    if (!fits(*scalar, column.type)) refuse(document_, column);
    if (joined) joined->append(kSeparator);
    if (!joined) joined.emplace();
    *joined += scalar->is_string() ? scalar->get_ref<const std::string&>() : scalar->dump();
  }
  return joined;
}

void RowMaker::add(std::string_view name, const Json& node, const Context& context) {
  const auto table = std::find_if(tables_.begin(), tables_.end(),
                                  [&](const DataTable& each) { return each.name == name; });
  const auto& sources = sources_[static_cast<std::size_t>(table - tables_.begin())];
  Row row;
  row.reserve(sources.size());
  for (std::size_t i = 0; i < sources.size(); ++i) {
    row.push_back(value(table->columns[i], sources[i], node, context, table->rows.size() + 1));
  }
  table->rows.push_back(std::move(row));
}

}  // namespace handvest::tables_detail

namespace handvest {

Tables empty_tables() { return tables_detail::RowMaker("").take(); }

}  // namespace handvest
