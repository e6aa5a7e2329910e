"""Plain conflicts as newspapers tell them, two paragraphs between: plans, states, relations, results of matches, ages; and their twins."""

from __future__ import annotations

import pytest

from factcheck import api

BETWEEN = ("Traffic was diverted for several hours.", "A spokeswoman declined to give further details.")


def rules(first: str, second: str) -> list[str]:
    text = "\n\n".join((first, *BETWEEN, second))
    return [str(c.rule) for c in api.generate(api.read(text.encode(), name="draft.txt")).contradictions]


TOLD = [
    # plans against plans
    ("The army has no plans to leave the province.", "The army will leave the province by the summer, a general said."),
    ("The striker Jonas Beck will leave Dynamo Orlin, the club confirmed.", "Beck is staying at Dynamo for another two years, his agent said."),
    # "unable to", "in favor of", "again" against "still", "the number of"
    ("The witness identified the man in court.", "The witness was unable to identify the man."),
    ("The minister is in favor of the tax.", "The minister has always opposed the tax."),
    ("Ida Marsh won the race.", "Marsh came second in the race."),
    # new classes of deeds, things worn and owned, states with a number
    ("The bank never asked for a guarantee, its spokesman said.", "The bank had demanded a guarantee in writing."),
    ("The letter was never answered.", "The minister replied to the letter within a week."),
    ("The child was wearing a helmet.", "The child had no helmet on."),
    ("The ship was on schedule when it struck the rock.", "The ship was two hours late when it struck the rock."),
    ("The patient was conscious when the ambulance arrived.", "The patient had been unconscious when the ambulance came."),
    ("The senator voted for the war.", "The senator has opposed the war from the start."),
    ("The driver stayed at the scene.", "The driver fled from the scene."),
    ("The dog was on a leash.", "The dog was running free."),
    ("The meeting was open to the public.", "The meeting was held behind closed doors."),
    ("The family was at home during the burglary.", "The family was on vacation when the burglars came."),
    ("The road to the village is open again.", "The village can only be reached by boat because the road is still blocked."),
]  # fmt: skip

LINKED = [
    ("The fire was caused by a cigarette, the fire chief said.", "Investigators blame a short circuit for the fire."),
    ("Harlow Foods, which is based in Leeds, makes frozen pies.", "Workers gathered outside the headquarters of Harlow Foods in Bristol."),
    ("The airline is based in Dublin.", "At the airline's headquarters in Madrid nobody answered the telephone."),
    ("The vaccine was developed by researchers at the University of Halden.", "The scientists from the University of Orrin who developed the vaccine will share the prize."),
    ("Mayor Helen Pratt opened the new bridge on Saturday.", "The bridge was opened by Governor Ray Tullis."),
    ("The hurricane made landfall near the town of Alba.", "Residents of Corva, where the hurricane came ashore, had been told to leave."),
    ("The company is owned by the Norwegian shipping group Fjord Line.", "The company's Danish owner, Nordship, refused to comment."),
    ("The team is coached by Bruno Lenz.", "The team's coach, Pavel Horn, praised the goalkeeper."),
]  # fmt: skip

PLAYED = [
    ("The Owls won the final 3-1.", "After their 3-2 victory in the final the Owls danced on the pitch."),
    ("The Owls beat the Crows 4-0 on Saturday.", "The 3-0 win over the Crows was the sixth in a row."),
    ("Beaten 4-2 in the final, the Owls went home in silence.", "The 3-2 defeat in the final was the Owls' first of the year."),
    ("Holm lost 2-0 to Tarn on Friday.", "The 3-0 loss to Tarn on Friday cost the coach his job."),
]

COUNTED = [
    ("The boy, who is eight, was alone at home.", "The ten-year-old boy had called the police himself."),
    ("Police have arrested a woman, 33, over the theft.", "The suspect, 38, was released on bail."),
    ("A cyclist, 27, was hit by a tram.", "The cyclist, 72, died in hospital."),
    ("The bus was carrying 42 schoolchildren.", "All 38 pupils on the bus were unhurt."),
    ("The court fined the company Nordal 400,000 euros.", "Nordal can pay the penalty of 250,000 euros in monthly instalments."),
    ("Temperatures in the town of Hadi reached 49 degrees on Sunday.", "The heat of 53 degrees in Hadi on Sunday melted the tar."),
]

DATED = [
    ("Lena Fisk joined the company in 2009.", "Fisk, who came to the company in 2012, will succeed him."),
    ("The law took effect on 1 July.", "The law, in force since 1 September, has been criticized."),
    ("The new rules come into force on 1 May.", "From 1 June, when the new rules take effect, drivers will have to pay more."),
    ("The earthquake hit the coast at 4:15 in the morning.", "The quake, which shook the coast at 6:30, was felt in Orlo."),
    ("He moved to Canada in 1998.", "He emigrated to Canada in 2003."),
    ("The parliament adopted the law in 2016.", "The law, passed in 2018, bans plastic bags."),
    ("Voters go to the polls on 12 June.", "The election on 19 June is expected to be close."),
    ("The couple were divorced in 2011.", "Their divorce in 2014 cost him the house."),
    ("The factory closed in 2004.", "Since the factory shut down in 2007, the town has lost a third of its people."),
]

LEFT = [
    ("The poet Gustav Almgren, a lifelong bachelor, died on Monday.", "He leaves a wife, Berta.", True),
    ("The poet Gustav Almgren, who was childless, died on Monday.", "Almgren is survived by two daughters.", True),
    ("The poet Gustav Almgren, a lifelong bachelor, died on Monday.", "His friend Otto Falk leaves a wife.", False),
    ("The poet Gustav Almgren, a lifelong bachelor, died on Monday.", "He leaves a sister, Berta.", False),
]

DESCRIBED = [
    ("The suspect, a 34-year-old plumber from Essen, was arrested.", "The suspect, who works as a teacher, has not commented."),
    ("The victim, a 25-year-old student from Norway, died in hospital.", "The victim was a Swedish student."),
    ("The driver, a nurse, was on her way to work.", "The driver, a carpenter, was unhurt."),
    ("Irma Falk, a 34-year-old baker, opened a shop.", "Falk, a 34-year-old carpenter, built it."),
]

GROWN = [
    ("Turnover rose from 200 million to 250 million euros, the brewery said.", "The brewery's turnover grew by 50 percent."),
    ("Turnover rose from 200 million to 250 million euros.", "The growth of 40 percent in turnover surprised the analysts."),
    ("The number of burglaries fell from 400 to 300.", "Police praised the 50 percent drop in burglaries."),
]

LACKED = [
    ("There is no pool in the park.", "Children were splashing in the pool of the park."),
    ("There were no survivors of the crash.", "Two survivors of the crash are being treated in the capital."),
    ("The village has no doctor.", "The village doctor, Ada Lunn, came at once."),
    ("The letter bore no signature.", "The signature on the letter is that of the mayor."),
    ("The house has no cellar.", "Officers found the money in the cellar of the house."),
    ("The company has no debts.", "The company's debts have grown to 40 million euros."),
]

FINE = [
    ("Ida Marsh won the race in Holm.", "Marsh came second in the regatta."),
    ("Temperatures in Hadi reached 49 degrees on Sunday.", "In Tarn it was 41 degrees on Sunday."),
    ("Temperatures in Hadi reached 49 degrees on Sunday.", "On Monday the thermometer in Hadi fell to 41 degrees."),
    ("There is no pool in the park.", "The pool in the hotel is open to all."),
    ("The village has no doctor.", "The doctor from the next village came at once."),
    ("The village has no doctor.", "The village will get a doctor in May."),
    ("There were no survivors of the crash.", "Survivors of an earlier crash came to the funeral."),
    ("The company has no debts.", "The debts of its rival have grown."),
    ("There is no question of a strike.", "The question of a strike was put to the union."),
    ("Turnover rose from 200 million to 250 million euros.", "The growth of 25 percent in turnover surprised the analysts."),
    ("Turnover rose from 200 million to 250 million euros.", "Profit grew by 40 percent."),
    ("Turnover rose from 200 million to 250 million euros in 2019.", "Turnover grew by 40 percent in 2020."),
    ("The bank never asked for a guarantee.", "The insurer had demanded a guarantee."),
    ("The child was wearing a helmet.", "The driver had no helmet on."),
    ("The driver stayed at the scene.", "A second driver fled from the scene."),
    ("The meeting was open to the public.", "The trial was held behind closed doors."),
    ("The ship was on schedule when it struck the rock.", "Two trains were hours late."),
    ("The driver, a nurse, was unhurt.", "Another driver, a carpenter, was unhurt."),
    ("Two suspects were held. The suspect from Essen is a teacher.", "The suspect, a plumber, was released."),
    ("The driver, a nurse, was on her way to work.", "The pilot, a carpenter, was unhurt."),
    ("The victim, a student from Oslo, died.", "The victim was a Norwegian student."),
    ("The winner, a teacher, was proud.", "The winner last year was a plumber."),
    ("Lena Fisk joined the company in 2009.", "Fisk became its head in 2012."),
    ("The merger was announced on Monday.", "The merger was completed on Thursday."),
    ("The strike begins on Thursday.", "The strike at the mill ended on Friday."),
    ("She graduated from Halden in 1987.", "Her brother's graduation was in 1991."),
    ("The last train leaves at 10:50 p.m.", "The first train leaves at 5:20 a.m."),
    ("The earthquake hit the coast at 4:15.", "An aftershock shook the coast at 6:30."),
    ("He moved to Canada in 1998.", "He moved to Spain in 2003."),
    ("Prices have risen since 2010.", "Prices rose in 2015."),
    ("The army has no plans to leave the province.", "The army will leave the barracks by the summer, a general said."),
    ("The army will leave the province by the summer.", "The army was still in the province on Monday."),
    ("The road over the pass is open again.", "The road to the village is still blocked."),
    ("The witness identified the man in court.", "The clerk was unable to identify the man."),
    ("The fire was caused by a cigarette.", "Investigators blame a short circuit for the fire in the mill last year."),
    ("Harlow Foods, which is based in Leeds, makes frozen pies.", "Workers gathered outside the headquarters of the union in Bristol."),
    ("Mayor Helen Pratt opened the new bridge on Saturday.", "The old bridge was opened by Governor Ray Tullis."),
    ("The team is coached by Bruno Lenz.", "The visitors' coach, Pavel Horn, praised the goalkeeper."),
    ("The Owls won the final 3-1.", "The 3-2 victory in the semifinal was closer."),
    ("Holm beat Tarn 2-0 in the first leg.", "The second leg ended in a 1-1 draw."),
    ("Holm led 1-0 at half-time.", "Holm beat Tarn 3-1."),
    ("She beat Ida Voss 6-4, 6-2.", "The 6-4 first set took an hour."),
    ("A nine-year-old girl was rescued from the well.", "Her 11-year-old brother had called for help."),
    ("A cyclist, 27, was hit by a tram.", "The tram's driver, 52, was unhurt."),
    ("The driver, 61, braked too late.", "The passenger, 44, was thrown out."),
    ("The father, 41, jumped after the child.", "The boy, 8, could swim."),
    ("The bus was carrying 42 schoolchildren.", "Of the pupils, 38 were unhurt."),
]


@pytest.mark.parametrize(("first", "second"), TOLD)
def test_deeds_and_states(first: str, second: str) -> None:
    assert rules(first, second) == ["told-and-excluded"]


@pytest.mark.parametrize(("first", "second"), LINKED)
def test_relations(first: str, second: str) -> None:
    assert rules(first, second) == ["one-link-two-values"]


@pytest.mark.parametrize(("first", "second"), PLAYED)
def test_results(first: str, second: str) -> None:
    assert rules(first, second) == ["one-match-two-results"]


@pytest.mark.parametrize(("first", "second"), COUNTED)
def test_ages_and_counts_of_the_unnamed(first: str, second: str) -> None:
    assert rules(first, second) == ["one-thing-two-numbers"]


@pytest.mark.parametrize(("first", "second"), DATED)
def test_dates(first: str, second: str) -> None:
    assert rules(first, second) == ["one-occasion-two-dates"]


@pytest.mark.parametrize(("first", "second", "flagged"), LEFT)
def test_whom_somebody_leaves(first: str, second: str, flagged: bool) -> None:
    assert bool(rules(first, second)) is flagged


@pytest.mark.parametrize(("first", "second"), DESCRIBED)
def test_what_somebody_is(first: str, second: str) -> None:
    assert rules(first, second) == ["one-person-two-descriptions"]


@pytest.mark.parametrize(("first", "second"), GROWN)
def test_figures_and_their_percentage(first: str, second: str) -> None:
    assert rules(first, second) == ["figures-and-percentage"]


@pytest.mark.parametrize(("first", "second"), LACKED)
def test_lacking_and_there(first: str, second: str) -> None:
    assert rules(first, second) == ["lacking-and-there"]


@pytest.mark.parametrize(("first", "second"), FINE)
def test_what_may_both_be_so(first: str, second: str) -> None:
    assert rules(first, second) == []
