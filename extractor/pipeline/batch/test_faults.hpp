// Faults on demand, so that tests can see what a crash or a hang costs. Only in developer builds.
#pragma once

#include <string_view>

namespace handvest::batch {

/// In a developer build with HANDVEST_TEST_FAULTS set in the environment: a document that begins
/// with "handvest-test-fault: hang", "… abort", "… memory" or "… slow" does that. Otherwise
/// nothing.
void obey_test_fault(std::string_view bytes);

}  // namespace handvest::batch
