#include "pipeline/batch/summary.hpp"

#include "pipeline/batch/manifest.hpp"

namespace handvest::batch {

void count(const Manifest& manifest, Summary& summary) {
  manifest.for_each([&](const Record& record) {
    ++summary.inputs;
    if (record.status == Status::done) ++summary.done;
    summary.documents += record.written.size();
    if (record.status == Status::failed)
      summary.failures.push_back({record.key, record.code, record.reason});
  });
}

}  // namespace handvest::batch
