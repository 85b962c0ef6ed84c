#include "source/archive.hpp"

#include "source/modules/archive.hpp"
#include "source/modules/load.hpp"
#include "text/diagnostic.hpp"

namespace handvest {
namespace {

ArchiveContent unpack(const ArchiveRequest& request, const std::string& name) {
  const Module module{"handvest-archive.so", "handvest_unpack", "a compressed document"};
  const auto run = reinterpret_cast<decltype(&handvest_unpack)>(load_function(module, name));
  ArchiveContent content;
  run(&request, &content);
  return content;
}

// An archive that breaks off or is corrupt is reported through `damage`, or thrown.
ArchiveContent unpack_within(ArchiveRequest request, const std::string& name,
                             ExpansionBudget& budget, std::string* damage) {
  request.budget = budget.left;
  ArchiveContent content = unpack(request, name);
  budget.left -= content.unpacked;
  if (content.failure == ArchiveFailure::too_large) {
    throw Error(ErrorCode::too_large, {name, 0, 0, 0},
                "the archive unpacks to more than --max-expansion allows");
  }
  if (content.failure == ArchiveFailure::damaged) {
    const std::string sentence = "the archive is damaged: " + content.reason;
    if (damage == nullptr) throw Error(ErrorCode::damaged, {name, 0, 0, 0}, sentence);
    *damage = sentence;
  }
  return content;
}

}  // namespace

std::vector<ArchiveMember> unpack_zip(std::string_view bytes, const std::string& name,
                                      const WantMember& want, ExpansionBudget& budget,
                                      std::string* damage) {
  const ArchiveRequest request{ArchiveRequest::Kind::zip, bytes, &want, 0};
  return unpack_within(request, name, budget, damage).members;
}

std::string unpack_gzip(std::string_view bytes, const std::string& name, ExpansionBudget& budget,
                        std::string* damage) {
  const ArchiveRequest request{ArchiveRequest::Kind::gzip, bytes, nullptr, 0};
  ArchiveContent content = unpack_within(request, name, budget, damage);
  return content.members.empty() ? std::string() : std::move(content.members.front().bytes);
}

std::vector<std::string> zip_paths(std::string_view bytes) {
  std::vector<std::string> paths;
  try {
    const ArchiveRequest request{ArchiveRequest::Kind::zip_paths, bytes, nullptr, 0};
    for (auto& member : unpack(request, {}).members) paths.push_back(std::move(member.name));
  } catch (const Error&) {
    // Without the module nothing is known of it; whoever unpacks it is told so.
  }
  return paths;
}

}  // namespace handvest
