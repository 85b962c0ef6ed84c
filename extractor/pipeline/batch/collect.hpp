// The files that a run makes of all its documents together.
#pragma once

#include "pipeline/batch/manifest.hpp"
#include "pipeline/batch/options.hpp"

namespace handvest::batch {

/// Writes OUT/failures.csv and, as options.formats asks, the tables over all documents, in the
/// order of the inputs' keys and one document at a time, so that memory does not grow with their
/// number. Throws Error (cannot_write).
void collect(const Manifest& manifest, const Options& options);

}  // namespace handvest::batch
