#include "pipeline/batch/test_faults.hpp"

#ifdef HANDVEST_TEST_HOOKS
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>
#endif

namespace handvest::batch {

#ifdef HANDVEST_TEST_HOOKS
namespace {

[[noreturn]] void hang() {
  while (true) ::pause();
}

void exhaust_memory() {
  std::vector<std::string> hoard;
  while (true) hoard.emplace_back(std::size_t{64} << 20U, 'x');
}

}  // namespace

void obey_test_fault(std::string_view bytes) {
  constexpr std::string_view kMark = "handvest-test-fault: ";
  if (bytes.substr(0, kMark.size()) != kMark || std::getenv("HANDVEST_TEST_FAULTS") == nullptr)
    return;
  const std::string_view fault = bytes.substr(kMark.size());
  if (fault.substr(0, 4) == "slow") std::this_thread::sleep_for(std::chrono::milliseconds(250));
  if (fault.substr(0, 4) == "hang") hang();
  if (fault.substr(0, 5) == "abort") std::abort();
  if (fault.substr(0, 6) == "memory") exhaust_memory();
}
#else
void obey_test_fault(std::string_view) {}
#endif

}  // namespace handvest::batch
