// Pledges of running text. Private to meaning.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meaning/pledges.hpp"
#include "meaning/pledges/payers.hpp"
#include "meaning/reading/passage.hpp"
#include "meaning/reading/rules.hpp"

namespace handvest::meaning {

/// Reads the sentences of one item in their order: 'De gemeente krijgt hiervan …' takes its payer
/// from the sentence before.
class PledgeReader {
 public:
  /// The pledges go to `found`.
  PledgeReader(const Passage& passage, const Payers& payers, const Rules& rules,
               std::vector<Pledge>& found)
      : passage_(passage), payers_(payers), rules_(rules), found_(found) {}

  void read(Span sentence);

 private:
  // What the sentence says, whatever the sum.
  struct Facts {
    bool gives = false;
    std::optional<std::size_t> receives;  // place of the verb
    bool national = false;
    std::string condition;
    std::vector<bool> paid;  // for each payer: it is paid rather than pays
  };

  Facts facts_of(std::string_view text, const std::vector<Payer>& payers) const;
  std::string condition_of(std::string_view text) const;
  bool is_recipient(std::string_view left) const;
  bool is_source(std::string_view between) const;
  bool is_pledge(std::string_view text, Span money, const std::vector<Payer>& payers) const;
  void add(std::string_view text, std::size_t begin, const Placed& placed,
           const std::vector<Payer>& payers);
  const Payer* payer_of(std::string_view text, Span money, const std::vector<Payer>& payers) const;
  const Payer* receiver_of(Span money, const std::vector<Payer>& payers) const;
  void set_payer(Pledge& pledge, std::string_view text, const Payer* payer, bool receives);
  std::string giver_in(std::string_view text) const;
  void set_beneficiary(Pledge& pledge, std::string_view text, const Payer* receiver,
                       const Payer* payer) const;
  std::optional<Span> beneficiary_in(std::string_view text) const;
  std::string purpose_in(std::string_view text) const;
  std::string scope_of(const std::string& side) const;
  std::string period_of(Span sentence, Span money) const;

  const Passage& passage_;
  const Payers& payers_;
  const Rules& rules_;
  std::vector<Pledge>& found_;
  Facts facts_;
  std::string last_payer_;
  std::string_view last_side_;
  bool national_ = false;  // this sentence or one before it speaks of the whole country
};

/// What every pledge takes over from its money mention and its item.
Pledge pledge_of(const Mention& mention, const Passage& passage, const char* rule);

/// "rijk", "stad" or "" as the item's block says.
std::string side_of_block(const Passage& passage);

}  // namespace handvest::meaning
