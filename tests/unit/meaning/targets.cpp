#include <catch2/catch.hpp>

#include "document.hpp"

using handvest::test::charter_text;
using handvest::test::read;
using handvest::test::targets_of;

TEST_CASE("from, to and further to") {
  CHECK(
      targets_of("- Het aandeel zieke bomen daalt van 31% naar 24% in 2011 en naar 12% in 2016.") ==
      "31@>24@2011 %; 31@>12@2016 %");
  CHECK(targets_of("- Het aantal klachten gaat van 510 in 2006 en 400 in 2011 en naar maximaal 350 "
                   "in 2016.") == "510@2006>400@2011 number; 510@2006>350@2016 number");
  CHECK(
      targets_of("- Het rapportcijfer voor de straat stijgt van een 5,4 in 2006 (stedelijk gem. is "
                 "6,9) naar een 6,1 in 2011.") == "5.4@2006>6.1@2011 grade");
  CHECK(
      targets_of("- In 2011 is het percentage vroege verhuizers gedaald van 14% (2005) naar 9%.") ==
      "14@2005>9@2011 %");
  CHECK(targets_of(
            "- Het percentage leegstand gaat van 14,2% naar het stedelijk gemiddelde (nu 8%).") ==
        "14.2@>8@ %");
}

TEST_CASE("the baseline stands in the sentence before") {
  CHECK(targets_of("- In 2006 fietst 20% van de kinderen naar school. In 2011 is dit percentage "
                   "gestegen naar 28%, in 2017 naar 40%.") ==
        "20@2006>28@2011 %; 20@2006>40@2017 %");
  CHECK(
      targets_of("- In 2006 lag het aantal branden op 38. In 2011 is dit cijfer gedaald tot 20.") ==
      "38@2006>20@2011 number");
  CHECK(targets_of(
            "- Het aandeel ouderen dat zich eenzaam voelt was in 2005 25%, dit tegenover 18% "
            "in de stad. In 2011 voelt 21% van de ouderen zich eenzaam.") == "25@2005>21@2011 %");
}

TEST_CASE("changes are relative") {
  CHECK(targets_of("- Wij willen 10% minder vernielingen in 2009.") == "@>-10@2009 %change");
  CHECK(targets_of("- In 2012 is de afvalberg met 15% verminderd t.o.v. 2007.") ==
        "@2007>-15@2012 %change");
  CHECK(targets_of("- De waardering is in Kade 15% punten lager in 2017 t.o.v. 2004.") ==
        "@2004>-15@2017 pp");
  CHECK(targets_of("- Een toename van de bedrijvigheid met 5% in 2012.") == "@>5@2012 %change");
  CHECK(targets_of("- De afname van diefstal met 25% in de periode van 2002 tot 2010.") ==
        "@2002>-25@2010 %change");
}

TEST_CASE("words that tell a change have the letters by which texts are passed over") {
  const handvest::Grammar grammar = handvest::builtin_grammar();
  const handvest::Subject* targets = grammar.subject("targets");
  const handvest::Rule* letters = targets->rule("change.letters");
  const auto& examples = targets->rule("change.word")->examples;
  REQUIRE_FALSE(examples.empty());
  for (const auto& example : examples) CHECK(letters->find(example.finds));
}

TEST_CASE("levels and counts with a date") {
  CHECK(targets_of("- In 2011 is 80% van de trajecten duaal.") == "@>80@2011 %");
  CHECK(targets_of("- Er worden 400 woningen bijgebouwd in 2012.") == "@>400@2012 number");
  CHECK(targets_of("- Er komen 2 extra surveillanten.") == "@>2@ number");
  CHECK(targets_of("- De wijk krijgt in de periode 2009 – 2011 zeven extra agenten.") ==
        "@>7@2011 number");
}

TEST_CASE("the sentence that leads in a list dates its items") {
  CHECK(targets_of("In 2017 moeten de volgende doelen zijn bereikt:\n\n"
                   "- De vervuiling is met 15% verminderd (t.o.v. 2007).\n") ==
        "@2007>-15@2017 %change");
}

TEST_CASE("the year of the agreement itself tells a state where the words say so") {
  CHECK(targets_of("- In 2008 hadden 910 gezinnen schulden. Dit aantal is in 2012 gedaald tot 700 "
                   "en in 2016 tot 500.") == "910@2008>700@2012 number; 910@2008>500@2016 number");
  CHECK(targets_of("- In 2008 is het aantal branden 17. In 2011 is dit cijfer gedaald tot 14.") ==
        "17@2008>14@2011 number");
  CHECK(targets_of("- In 2008 is 80% van de trajecten duaal.") == "@>80@2008 %");
}

TEST_CASE("the baseline stands behind the goal") {
  CHECK(targets_of("- De verhouding huur-koop wordt in 2015 60% - 40%; nu is die 75% - 25%.") ==
        "75@>60@2015 %; 25@>40@2015 %");
  CHECK(targets_of("- Er komen 300 nieuwe tuinen (planning: 2012), waarvan al 40 gereed.") ==
        "40@>300@2012 number");
  CHECK(targets_of("- Wij streven naar 60% in 2012 ten opzichte van 26% in 2006.") ==
        "26@2006>60@2012 %");
}

TEST_CASE("an item goes on about the figure of the item before") {
  CHECK(targets_of("Kade kende in 2006 140 jongeren zonder werk.\n\n"
                   "- Dat aantal brengen wij terug tot 70 in 2013.") == "140@2006>70@2013 number");
  const auto document = read(charter_text(
      "- In 2006 telde Kade 140 lege winkels.\n\n- Dat aantal is in 2013 gedaald tot 70."));
  REQUIRE(document.meaning.targets.size() == 1);
  CHECK(document.meaning.targets[0].indicator == "lege winkels");
}

TEST_CASE("a list tells in the words of an earlier one how things were") {
  CHECK(targets_of("- In 2015 willen wij dit bereiken:\n"
                   "  - verhouding huur - koop: 60% - 40% (Kade)\n"
                   "- In 2006 lagen deze verhoudingen op:\n"
                   "  - verhouding huur - koop: 80% - 20% (Kade)\n") ==
        "80@2006>60@2015 %; 20@2006>40@2015 %");
}

TEST_CASE("a table told how things are in each place") {
  CHECK(targets_of("Het ijkpunt is: leerlingen met een achterstand (2006)\n\nDelft\t14%\n"
                   "Kade\t29%\nHof\t33%\n\n"
                   "- In 2014 heeft in Kade nog 20% van de leerlingen een achterstand en in Hof "
                   "24%.") == "29@2006>20@2014 %; 33@2006>24@2014 %");
}

TEST_CASE("how long something takes may be a goal, a term is none") {
  CHECK(targets_of("- De wachttijd voor schuldhulp, nu 14 weken, is in 2012 hooguit vier weken.") ==
        "14@>4@2012 number");
  CHECK(targets_of("- De wachttijd is over 10 jaar verdwenen.").empty());
}

TEST_CASE("conditions, norms and days that something happened on set no goals") {
  CHECK(targets_of("Splitsen mag tot 1 januari 2011, mits:\n\n"
                   "- er niet meer dan vier woningen komen;\n")
            .empty());
  CHECK(targets_of("- Wij letten op de richtlijn dat minimaal 3% van de grond groen is.").empty());
  CHECK(targets_of("- Op 14 maart 2009 tekenden de zes clubs een plan.").empty());
}

TEST_CASE("steps of one change, and the same goal in other figures") {
  CHECK(targets_of("- Wij streven voor 2012 naar 40% reductie van de uitval; 10% dit schooljaar "
                   "(2010), 15% in 2011.") ==
        "@>-40@2012 %change; @>-10@2010 %change; @>-15@2011 %change");
  CHECK(targets_of("- Lastenverlaging (in de hele straat) in 2011 10% en in 2015 30%.") ==
        "@>-10@2011 %change; @>-30@2015 %change");
  CHECK(targets_of("- Het cijfer stijgt van 1,3 in 2007 naar 2,8 in 2017. Dit komt overeen met een "
                   "stijging van 59 naar 130 winkels.") ==
        "1.3@2007>2.8@2017 grade; 59@2007>130@2017 number");
}

TEST_CASE("a change that has happened is no goal") {
  CHECK(targets_of("- Landelijk steeg het aandeel fietsers van 34% naar 36%.").empty());
  CHECK(targets_of("- Het aantal branden daalde met 12%.").empty());
}

TEST_CASE("sizes, wijken and the opening set no goals") {
  CHECK(targets_of("- De gemeente realiseert een 5 meter hoge muur langs het spoor.").empty());
  CHECK(targets_of("- De helpers worden ingezet in de 12 leer-werkwijken.").empty());
  std::string text = charter_text("- Er komen vier bankjes.");
  const std::string subject = "aanpak van de wijken Kade en Hof";
  text.replace(text.find(subject), subject.size(), "aanpak van zes uitgekozen straten");
  const auto document = read(text);
  REQUIRE(document.meaning.targets.size() == 1);
  CHECK(document.meaning.targets[0].target.value->to_string() == "4");
}

TEST_CASE("a bracket tells the baseline of the goal before it") {
  CHECK(targets_of("- De score van Kade is in 2017 6,0 (2006=5,2). Voor Hof ligt de score in 2017 "
                   "op 7,0 (2006=6,4).") == "5.2@2006>6@2017 grade; 6.4@2006>7@2017 grade");
}

TEST_CASE("what a list is said to be about") {
  CHECK(targets_of("De te behalen effecten zijn:\n\n- 50% van de jongeren is aan de slag.\n") ==
        "@>50@ %");
  CHECK(targets_of("- 50% van de jongeren is aan de slag.").empty());
  CHECK(targets_of("- In 2010 krijgen de drie pleinen groen.").empty());
}

TEST_CASE("a figure of the past or an aside is no target") {
  CHECK(targets_of("- In 2006 telde de wijk 310 winkels.").empty());
  CHECK(targets_of("- Het aantal leden daalde van 442 op 1 januari 2006 naar 360 op 1 december "
                   "2007.")
            .empty());
  CHECK(targets_of("- De wijk telt 12 straten.").empty());
}

TEST_CASE("a neighbourhood in a subheading is the place") {
  const auto document =
      read(charter_text("Kade:\n\n- In 2011 is 80% van de daken groen.\n\nHof:\n\n"
                        "- In 2011 is 60% van de daken groen."));
  REQUIRE(document.meaning.targets.size() == 2);
  CHECK(document.meaning.targets[0].place == "Kade");
  CHECK(document.meaning.targets[1].place == "Hof");
}

TEST_CASE("the indicator is named by the words of the text") {
  const auto document =
      read(charter_text("- Het aantal branden in Kade daalt van 40 in 2006 naar 20 in 2012."));
  REQUIRE(document.meaning.targets.size() == 1);
  const auto& target = document.meaning.targets[0];
  CHECK(target.indicator == "aantal branden in Kade");
  CHECK(target.direction == "down");
  CHECK(document.source.text.substr(target.indicator_span.begin, target.indicator_span.size()) ==
        target.indicator);
}

TEST_CASE("a table of goals: rows are indicators, columns are years") {
  CHECK(targets_of("Doelen voor Kade\n\nIndicator\t2004\t2006\tStad 2006\t2010\t2014\n"
                   "Cijfer samenhang\t4,4\t5,2\t6,2\t5,8\t6,1\n"
                   "Overlast\t28%\t17%\t11%\t15%\t12%\n") ==
        "5.2@2006>5.8@2010 grade; 5.2@2006>6.1@2014 grade; 17@2006>15@2010 %; 17@2006>12@2014 %");
}

TEST_CASE("a table that names its goals") {
  CHECK(targets_of("Indicator\tNulmeting (2008)\tRealisatie 2009\tStreefwaarde 2012\n"
                   "Aantal leden\t120\t180\t250\n") == "180@2009>250@2012 number");
}

TEST_CASE("the label of a block dates the goals that have no date") {
  const auto document =
      read(charter_text("- Er komen 12 bomen.\n\nInzet stad (gereed in 2013)\n\n"
                        "- Er worden 40 huizen bijgebouwd.\n"
                        "- Het verlies daalt van 9% naar 4% in 2011.\n"));
  REQUIRE(document.meaning.targets.size() == 3);
  CHECK(document.meaning.targets[0].target.date.empty());
  CHECK(document.meaning.targets[1].target.date == "2013");
  CHECK(document.meaning.targets[2].target.date == "2011");
}

TEST_CASE("a sentence with its own indicator does not go on about the one before") {
  const auto document =
      read(charter_text("- Het percentage rokers daalt van 8% naar 7%. Het percentage kinderen dat "
                        "genoeg beweegt stijgt naar 65%."));
  REQUIRE(document.meaning.targets.size() == 2);
  CHECK_FALSE(document.meaning.targets[1].baseline.value);
  CHECK(document.meaning.targets[1].indicator == "percentage kinderen dat genoeg beweegt");
}

TEST_CASE("a share is named by the words behind it") {
  const auto document =
      read(charter_text("- In 2012 heeft 70% van de ouders werk en is 40% van de "
                        "oude huizen geschilderd."));
  REQUIRE(document.meaning.targets.size() == 2);
  CHECK(document.meaning.targets[0].indicator == "ouders werk");
  CHECK(document.meaning.targets[1].indicator == "oude huizen geschilderd");
}

TEST_CASE("what a report tells is no goal") {
  const auto targets = [](const std::string& body) {
    return read("Voortgangsrapportage 2009\n\n1. Inleiding\n\n" + body + "\n").meaning.targets;
  };
  CHECK(targets("Het aantal leden is gestegen van 200 in 2008 naar 250 in 2009.").empty());
  CHECK(targets("Het aantal klachten is in 2009 met 5% gedaald.").empty());
  CHECK(targets("Het aantal klachten liep terug van 61% naar 54%.").empty());
  CHECK(targets("Naar verwachting stijgt het aandeel leden naar 40% in 2010.").empty());
  CHECK(targets("Volgens prognoses zal het aantal leden dalen van 240 naar 180 in 2040.").empty());
  CHECK(targets("De 19 clubs worden gevolgd door een onderzoeker.").empty());
  CHECK(targets("Wie lid is kan een subsidie van maximaal 50% krijgen.").empty());
  CHECK(targets("Er komen 19 clubs bij.").size() == 1);
  CHECK(targets("In 2009 bereikten wij 412 leden.").empty());
  CHECK(targets("Het doel van 300 leden is daarmee gehaald.").empty());
  CHECK(targets("Over vier jaar is het aandeel leden gestegen van 34% naar 48%.").size() == 1);
  const auto planned = targets("Hoe het ging\n\nSoort\t2008\t2009\t2010\nLeden\t105\t112\t130\n");
  REQUIRE(planned.size() == 1);
  CHECK(planned[0].target.date == "2010");
  CHECK(planned[0].baseline.date == "2009");
  const auto wanted = targets("In 2009 was 38% van de leden jong. Ons doel is 45% in 2012.");
  REQUIRE(wanted.size() == 1);
  CHECK(wanted[0].target.date == "2012");
  CHECK(wanted[0].baseline.value->to_string() == "38");
  CHECK(wanted[0].indicator == "leden jong");
}

TEST_CASE("what a document that is called an agreement tells should become so") {
  const std::string body = "\n\n1. Groen\n\nDe 19 pleinen worden vergroend.\n";
  CHECK(read("Coalitieakkoord 2010" + body).meaning.targets.size() == 1);
  CHECK(read("Terugblik 2010" + body).meaning.targets.empty());
}

TEST_CASE("the dates in a title tell from when on dates are goals") {
  const auto document = read(
      "Deal Waterland 2021-2026\n\nPartijen spreken het volgende af.\n\n"
      "- In 2022 werken 40 scholen mee; nu zijn dat er 12.\n\n"
      "In de jaren 2027, 2028, 2029 en 2030 meten wij wat er van komt.\n");
  REQUIRE(document.meaning.targets.size() == 1);
  CHECK(document.meaning.targets[0].target.date == "2022");
  CHECK(document.meaning.targets[0].baseline.value->to_string() == "12");
}

TEST_CASE("a heading of goals dates what it lists, and is no date of the document") {
  const auto targets =
      read(
          "Convenant Groen\n\n1. Doelen 2028\n\n- 25 scholen hebben een tuin\n\n"
          "2. Stand\n\n- In 2023 had 8% een tuin.\n- In 2025 heeft 31% een tuin.\n")
          .meaning.targets;
  REQUIRE(targets.size() == 2);
  CHECK(targets[0].target.date == "2028");
  CHECK(targets[1].target.date == "2025");
}

TEST_CASE("conditions of a sentence set no goals") {
  CHECK(targets_of("- Indien in 2012 minder dan 50% van de clubs meedoet, stoppen wij.").empty());
}

TEST_CASE("what is considered is not agreed") {
  CHECK(targets_of("Overwegende dat:\n\n- er 10% minder winkels komen in 2011;\n").empty());
}

TEST_CASE("how things are now stands behind the figure or in a bracket") {
  CHECK(targets_of("- In 2012 is 25% van het plein groen, tegen 10% nu.") == "10@>25@2012 %");
  CHECK(targets_of("- In 2012 moet 95% van de brieven op tijd zijn beantwoord (nu: 78%).") ==
        "78@>95@2012 %");
}

TEST_CASE("steps of one change, the last joined by 'en'") {
  CHECK(targets_of("- Wij streven voor 2012 naar 40% reductie van de uitval van leerlingen; 10% in "
                   "2009/2010, 15% in 2010/2011 en 15% in 2011/2012.") ==
        "@>-40@2012 %change; @>-10@2009/2010 %change; @>-15@2010/2011 %change; "
        "@>-15@2011/2012 %change");
}

TEST_CASE("a date behind the bracket that holds the figures") {
  CHECK(targets_of("- Verdubbeling van het aantal tuinen (van 30 naar 60) per 1 mei 2012.") ==
        "30@>60@2012-05-01 number");
}

TEST_CASE("the whole that a count is part of is no goal") {
  CHECK(targets_of("- In 2012 krijgen 14 van de 20 scholen een tuin.") == "@>14@2012 number");
}

TEST_CASE("a bracket beside a state does not take its place") {
  CHECK(
      targets_of("- Nu vertrekt 42% van de leden (2006: 39%). Dit willen wij terugbrengen tot 35% "
                 "in 2012.") == "42@>35@2012 %");
}

TEST_CASE("a count of other things does not start from the state before") {
  CHECK(targets_of("- Het aantal branden daalt van 212 in 2006 naar 150 in 2012. Wij breiden het "
                   "aantal wagens uit tot 24 in 2012.") ==
        "212@2006>150@2012 number; @>24@2012 number");
}

TEST_CASE("years joined by 'en' behind a figure") {
  CHECK(targets_of("- Er komen 300 woningen per jaar in 2011 en 2012.") == "@>300@2012 number");
  CHECK(targets_of("- Er komen 300 woningen in 2011 en 2012 40 tuinen.")
            .starts_with("@>300@2011 number"));
}

TEST_CASE("a word tells how much it should change") {
  CHECK(targets_of("- De ambitie is om de werkloosheid in 2012 te halveren.") ==
        "@>-50@2012 %change");
  CHECK(targets_of("- Een halvering van de uitval in de periode 2007-2013.") ==
        "@2007>-50@2013 %change");
  CHECK(targets_of("- Het aantal tuinen is in 2012 verdubbeld ten opzichte van 2006.") ==
        "@2006>100@2012 %change");
  CHECK(targets_of("- De uitval in 2012 halveren tot 35.") == "@>35@2012 number");
  CHECK(targets_of("- In 2012 is het aantal ruzies met de helft verminderd.") ==
        "@>-50@2012 %change");
  CHECK(targets_of("- In 2006 is het aantal gehalveerd.").empty());
}
