#include "source/archive.hpp"

#include <algorithm>
#include <exception>

#include "source/modules/archive.hpp"
#include "source/modules/load.hpp"
#include "text/diagnostic.hpp"

namespace handvest {
namespace {

/// Hands a visitor to the module, and keeps what the visitor throws from it.
class Caller : public ArchiveCaller {
 public:
  explicit Caller(const ZipVisitor& visitor) : visitor_(visitor) {}

  bool want(const std::string& path) override {
    return guarded([&] { return visitor_.want(path); });
  }
  bool keep(const std::string& path, std::string_view head) override {
    return guarded([&] { return visitor_.keep(path, head); });
  }
  bool take(ArchiveMember member) override {
    return guarded([&] {
      visitor_.take(std::move(member));
      return true;
    });
  }

  void throw_again() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  template <typename Act>
  bool guarded(const Act& act) noexcept {
    if (thrown_) return false;
    try {
      return act();
    } catch (...) {
      thrown_ = std::current_exception();
      return false;
    }
  }

  const ZipVisitor& visitor_;
  std::exception_ptr thrown_;
};

ArchiveOutcome unpack(const ArchiveRequest& request, const std::string& name) {
  const Module module{"handvest-archive.so", "handvest_unpack", "a compressed document"};
  const auto run = reinterpret_cast<decltype(&handvest_unpack)>(load_function(module, name));
  ArchiveOutcome outcome;
  run(&request, &outcome);
  return outcome;
}

void unpack_for(ArchiveRequest request, const ZipVisitor& visitor, const std::string& name,
                ExpansionBudget& budget, std::string* damage) {
  Caller caller(visitor);
  request.caller = &caller;
  request.budget = budget.left;
  const ArchiveOutcome outcome = unpack(request, name);
  caller.throw_again();
  budget.left -= outcome.unpacked;
  if (outcome.failure == ArchiveFailure::too_large) {
    throw Error(ErrorCode::too_large, {name, 0, 0, 0}, budget.reason);
  }
  if (outcome.failure == ArchiveFailure::damaged) {
    const std::string sentence = "the archive is damaged: " + outcome.reason;
    if (damage == nullptr) throw Error(ErrorCode::damaged, {name, 0, 0, 0}, sentence);
    *damage = sentence;
  }
}

std::string megabytes(std::size_t bytes) {
  constexpr std::size_t kMegabyte = std::size_t{1} << 20U;
  return bytes < kMegabyte ? std::to_string(bytes) + " bytes"
                           : std::to_string(bytes / kMegabyte) + " MB";
}

}  // namespace

ExpansionBudget expansion_budget(std::size_t packed, const ReadLimits& limits) {
  // The division is for a ratio so large that the product would not fit.
  const std::size_t by_ratio =
      packed > limits.max_expansion / std::max<std::size_t>(limits.max_ratio, 1)
          ? limits.max_expansion
          : std::max(kUnpackedAtLeast, packed * limits.max_ratio);
  if (by_ratio < limits.max_expansion) {
    return {by_ratio, "the archive unpacks to more than " + std::to_string(limits.max_ratio) +
                          " times its size and more than " + megabytes(by_ratio) +
                          "; if that is right, allow it with --max-ratio"};
  }
  return {limits.max_expansion, "the archive unpacks to more than " +
                                    megabytes(limits.max_expansion) +
                                    "; if that is right, allow it with --max-expansion"};
}

void unpack_zip(std::string_view bytes, const std::string& name, const ZipVisitor& visitor,
                ExpansionBudget& budget, std::string* damage) {
  unpack_for({ArchiveRequest::Kind::zip, bytes, nullptr, 0}, visitor, name, budget, damage);
}

std::string unpack_gzip(std::string_view bytes, const std::string& name, ExpansionBudget& budget,
                        std::string* damage) {
  std::string unpacked;
  ZipVisitor visitor;
  visitor.take = [&](ArchiveMember member) { unpacked = std::move(member.bytes); };
  unpack_for({ArchiveRequest::Kind::gzip, bytes, nullptr, 0}, visitor, name, budget, damage);
  return unpacked;
}

std::vector<std::string> zip_paths(std::string_view bytes) {
  std::vector<std::string> paths;
  ZipVisitor visitor;
  visitor.take = [&](ArchiveMember member) { paths.push_back(std::move(member.name)); };
  Caller caller(visitor);
  try {
    unpack({ArchiveRequest::Kind::zip_paths, bytes, &caller, 0}, {});
  } catch (const Error&) {
    // Without the module nothing is known of it; whoever unpacks it is told so.
  }
  return paths;
}

}  // namespace handvest
