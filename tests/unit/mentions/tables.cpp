// Mentions in tables: units and scales of columns, rows and whole tables, and counts like years.
#include <catch2/catch.hpp>
#include <sstream>

#include "mentions/mentions.hpp"

using namespace handvest;

namespace {

const Grammar& grammar() {
  static const Grammar built_in = builtin_grammar();
  return built_in;
}

// The table that lines with tabs make, from the first of them on.
OutlineTable table_in(const std::string& text) {
  OutlineTable table;
  std::istringstream lines(text);
  std::size_t at = 0;
  for (std::string line; std::getline(lines, line); at += line.size() + 1) {
    if (line.find('\t') == std::string::npos) continue;
    if (table.table.rows.empty()) table.span.begin = at;
    TableRow row;
    std::istringstream cells(line);
    std::size_t begin = at;
    for (std::string cell; std::getline(cells, cell, '\t'); begin += cell.size() + 1) {
      TableCell added;
      added.span = {begin, begin + cell.size()};
      added.text = cell;
      row.cells.push_back(added);
    }
    table.table.rows.push_back(row);
    table.span.end = at + line.size();
  }
  return table;
}

std::string values_in(const std::string& text, std::vector<Table::ColumnUnit> columns = {}) {
  SourceText source;
  source.text = text;
  Outline outline;
  outline.tables.push_back(table_in(text));
  outline.tables.back().table.columns = std::move(columns);
  std::string values;
  for (const auto& mention : find_mentions(source, outline, grammar()).mentions) {
    values += mention.normalized + (mention.type == MentionType::percentage ? "%;" : ";");
  }
  return values;
}

}  // namespace

TEST_CASE("a column's unit and power of ten hold for its cells") {
  CHECK(values_in("Noord\t1,5\t40\nZuid\t2 mln\t-", {{"", 0}, {"EUR", 6}, {"%", 0}}) ==
        "EUR 1500000;40%;EUR 2000000;");
}

TEST_CASE("the line before a table gives the scale of its sums") {
  CHECK(values_in("De kosten (bedragen x € 1 miljoen).\n\nNoord\t1,4\nZuid\t0,255\n") ==
        "EUR 1400000;EUR 255000;");
  CHECK(values_in("De kosten in duizenden euro's:\n\nNoord\t1.400\nZuid\t20\n") ==
        "EUR 1400000;EUR 20000;");
  CHECK(values_in("De kosten x € 1.000 staan elders.\n\nHet cijfer.\n\nNoord\t1,4\nZuid\t7,3\n") ==
        "1.4;7.3;");
}

TEST_CASE("a row's label tells that its figures are percentages") {
  CHECK(values_in("Bereik (%)\t62\t80\nBanen\t62\t80\n") == "62%;80%;62;80;");
}

TEST_CASE("commas that always part three figures group in a table in thousands") {
  const std::vector<Table::ColumnUnit> thousands = {{"", 0}, {"EUR", 3}};
  CHECK(values_in("Noord\t10,151\nZuid\t0,075\nWest\t2,240\n", thousands) ==
        "EUR 10151000;EUR 75000;EUR 2240000;");
  CHECK(values_in("Noord\t10,15\nZuid\t0,075\nWest\t2,240\n", thousands) ==
        "EUR 10150;EUR 75;EUR 2240;");
}

TEST_CASE("a year in a column of counts is a count") {
  CHECK(values_in("a\t2913\nb\t1915\nc\t1474\nd\t9138\ne\t822\n") == "2913;1915;1474;9138;822;");
  SourceText source;
  source.text = "a\t2913\nb\t1915\nc\t1474\nd\t9138\ne\t822\n";
  Outline outline;
  outline.tables.push_back(table_in(source.text));
  CHECK(find_mentions(source, outline, grammar()).mentions[1].type == MentionType::number);
  source.text = "a\t2008\nb\t2009\nc\t14\nd\t91\ne\t82\n";
  outline.tables = {table_in(source.text)};
  CHECK(find_mentions(source, outline, grammar()).mentions[1].type == MentionType::date);
}

TEST_CASE("money in a paragraph further up says nothing of a table") {
  CHECK(values_in("Het budget is op.\n\nDe kerncijfers zijn:\n\nLeden\t1.900\nClubs\t1.850\n") ==
        "1900;1850;");
  CHECK(values_in("Het budget is verdeeld:\n\nNoord\t1.900\nZuid\t1.850\n") ==
        "EUR 1900;EUR 1850;");
}
