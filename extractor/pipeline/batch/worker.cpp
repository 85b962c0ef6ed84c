#include "pipeline/batch/worker.hpp"

#include <filesystem>
#include <new>
#include <set>

#include "output/json.hpp"
#include "output/whole_file.hpp"
#include "pipeline/batch/test_faults.hpp"
#include "pipeline/pipeline.hpp"
#include "source/read.hpp"
#include "source/sha256.hpp"
#include "text/diagnostic.hpp"

namespace handvest::batch {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDocuments = "documents";

// A name that cannot lead out of the output folder.
std::string safe_relative(const std::string& name) {
  fs::path safe;
  for (const auto& part : fs::path(name)) {
    if (part.empty() || part == "." || part == ".." || part.has_root_path()) continue;
    safe /= part;
  }
  return safe.empty() ? "document" : safe.string();
}

std::string output_of(const Job& job, const SourceText& source, bool several) {
  fs::path path = fs::path(kDocuments) / safe_relative(job.key);
  if (several) path /= safe_relative(source.name);
  return path.string() + ".json";
}

std::string unused(const std::string& wanted, std::set<std::string>& used) {
  std::string name = wanted;
  for (int number = 2; !used.insert(name).second; ++number) {
    name = wanted.substr(0, wanted.size() - 5) + "~" + std::to_string(number) + ".json";
  }
  return name;
}

Written write_document(SourceText source, const std::string& output, const Grammar& grammar,
                       const Options& options) {
  const Extraction extraction =
      extract(std::move(source), grammar, {options.profile, options.max_mentions});
  const fs::path path = fs::path(options.out) / output;
  fs::create_directories(path.parent_path());
  WholeFile file(path.string());
  write_json(extraction, {}, [&](std::string_view bytes) { file.append(bytes); });
  file.finish();
  return {extraction.source.name, output, extraction.outline.charters.size(),
          extraction.mentions.mentions.size(), extraction.warnings.size()};
}

void process_documents(const Job& job, const Grammar& grammar, const Options& options,
                       JobResult& result) {
  const std::string bytes = read_bytes(job.path, options.limits);
  result.sha256 = sha256_hex(bytes);
  obey_test_fault(bytes);
  auto documents = read_documents(bytes, job.path, options.limits);
  options.records.describe(documents, false);
  std::set<std::string> used;
  const bool several = documents.size() > 1;
  for (auto& source : documents) {
    const std::string output = unused(output_of(job, source, several), used);
    result.written.push_back(write_document(std::move(source), output, grammar, options));
  }
}

}  // namespace

JobResult process(const Job& job, const Grammar& grammar, const Options& options) {
  JobResult result;
  result.key = job.key;
  try {
    process_documents(job, grammar, options, result);
  } catch (const Error& error) {
    result.code = name_of(error.code());
    result.reason = error.what();
  } catch (const std::bad_alloc&) {
    result.code = kOutOfMemory;
    result.reason = "the document needs more memory than --max-memory allows";
  } catch (const std::exception& error) {
    result.code = "internal-error";
    result.reason = error.what();
  }
  return result;
}

void serve(int in, int out, const Grammar& grammar, const Options& options) {
  while (const auto job = receive_job(in)) {
    if (!send(out, process(*job, grammar, options))) return;
  }
}

}  // namespace handvest::batch
