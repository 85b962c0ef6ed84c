#include <catch2/catch.hpp>

#include "text/span_list.hpp"

using namespace handvest;

TEST_CASE("a list of spans holds none, one or several in their order") {
  SpanList list;
  CHECK(list.empty());
  CHECK(list.begin() == list.end());
  list.push_back({1, 2});
  CHECK(list.size() == 1);
  CHECK(list.front() == Span{1, 2});
  list.append({{3, 4}, {5, 6}});
  CHECK(list.size() == 3);
  CHECK(list.front() == Span{1, 2});
  CHECK(list[1] == Span{3, 4});
  CHECK(list.back() == Span{5, 6});
  list.clear();
  CHECK(list.empty());
  list.push_back({7, 8});
  CHECK(list.size() == 1);
  CHECK(list.back() == Span{7, 8});
}
