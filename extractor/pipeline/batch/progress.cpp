#include "pipeline/batch/progress.hpp"

#include <array>
#include <cmath>
#include <iomanip>
#include <sstream>

namespace handvest::batch {
namespace {

using std::chrono::steady_clock;

std::chrono::milliseconds pause_of(ProgressStyle style) {
  return std::chrono::milliseconds(style == ProgressStyle::bar ? 200 : 2000);
}

}  // namespace

std::string readable_time(double seconds) {
  const auto whole = static_cast<long long>(std::llround(seconds));
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

std::string readable_size(double bytes) {
  constexpr std::array<const char*, 4> kUnits = {"B", "kB", "MB", "GB"};
  std::size_t unit = 0;
  for (; bytes >= 1000 && unit + 1 < kUnits.size(); ++unit) bytes /= 1000;
  std::ostringstream text;
  text << std::fixed << std::setprecision(unit == 0 ? 0 : 1) << bytes << ' ' << kUnits[unit];
  return text.str();
}

Progress::Progress(std::ostream& out, ProgressStyle style, std::size_t documents, std::size_t bytes)
    : out_(out),
      style_(style),
      documents_(documents),
      bytes_(bytes),
      start_(steady_clock::now()),
      shown_(start_) {}

void Progress::add(std::size_t bytes, bool failed) {
  ++done_;
  bytes_done_ += bytes;
  if (failed) ++failed_;
}

double Progress::seconds() const {
  return std::chrono::duration<double>(steady_clock::now() - start_).count();
}

// By bytes, which tell the work better than documents; negative while nothing can be said.
double Progress::seconds_left() const {
  if (bytes_done_ == 0) return -1;
  return seconds() * static_cast<double>(bytes_ - bytes_done_) / static_cast<double>(bytes_done_);
}

std::string Progress::line() const {
  std::ostringstream text;
  const double share = documents_ == 0
                           ? 100.0
                           : 100.0 * static_cast<double>(done_) / static_cast<double>(documents_);
  text << done_ << " of " << documents_ << " files (" << std::fixed << std::setprecision(0) << share
       << "%), " << readable_size(static_cast<double>(bytes_done_)) << ", "
       << readable_size(static_cast<double>(bytes_done_) / std::max(seconds(), 0.001)) << "/s";
  if (done_ < documents_ && seconds_left() >= 0)
    text << ", " << readable_time(seconds_left()) << " left";
  text << ", " << failed_ << " failed";
  return text.str();
}

std::string Progress::json() const {
  std::ostringstream text;
  text << std::fixed << std::setprecision(3) << "{\"done\":" << done_ << ",\"total\":" << documents_
       << ",\"failed\":" << failed_ << ",\"bytes_done\":" << bytes_done_
       << ",\"bytes_total\":" << bytes_ << ",\"seconds\":" << seconds();
  if (seconds_left() >= 0) text << ",\"seconds_left\":" << seconds_left();
  text << "}";
  return text.str();
}

void Progress::show(bool always) {
  if (style_ == ProgressStyle::none) return;
  const auto now = steady_clock::now();
  if (!always && now - shown_ < pause_of(style_)) return;
  shown_ = now;
  if (style_ == ProgressStyle::bar) {
    out_ << "\r\033[K" << line() << std::flush;
  } else {
    out_ << (style_ == ProgressStyle::json ? json() : line()) << std::endl;
  }
}

void Progress::close() {
  if (style_ == ProgressStyle::bar) out_ << "\n";
}

}  // namespace handvest::batch
