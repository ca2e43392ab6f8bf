package se.fardplan.strategy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import se.fardplan.HouseTime;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.organisation.Units;

/** The roadmap as a unit's manager meets it, and the receipt for it (färdplanen för min enhet). */
@Controller
class ReceiptController {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'kl.' HH.mm", Texts.SWEDISH);

    private final Receipts receipts;
    private final Strategies strategies;
    private final Organisation organisation;
    private final Units units;
    private final Texts texts;

    /** @param open how many of the places have not received it */
    record Page(String version, int open, List<Place> places, List<SubGoal> subGoals, List<Piece> questions) {}

    /** @param received who and when, in a sentence; empty while it is not */
    record Place(String name, String received) {}

    /** One of the questions a local plan answers. */
    record Piece(String text) {}

    ReceiptController(Receipts receipts, Strategies strategies, Organisation organisation, Units units, Texts texts) {
        this.receipts = receipts;
        this.strategies = strategies;
        this.organisation = organisation;
        this.units = units;
        this.texts = texts;
    }

    @Requires(Act.RECEIVE_PLAN)
    @GetMapping("/strategin/fardplan/mottagen")
    String page(CurrentUser user, Model model) {
        Strategy strategy = strategies.findStrategy().orElse(null);
        if (strategy == null) {
            return "strategy/none";
        }
        List<Receipt> received = receipts.list();
        List<Place> places = Receipts.managed(user).stream()
                .map(Receipt::placeOf)
                .filter(Objects::nonNull)
                .distinct()
                .map(place -> place(place, received))
                .toList();
        model.addAttribute(
                "page",
                new Page(
                        strategy.version(),
                        (int) places.stream()
                                .filter(place -> place.received().isEmpty())
                                .count(),
                        places,
                        strategies.listSubGoals(),
                        new Pieces(strategies)
                                .of("local_plan").stream()
                                        .map(piece -> new Piece(piece.text()))
                                        .toList()));
        return "strategy/receipt";
    }

    @Requires(Act.RECEIVE_PLAN)
    @PostMapping("/strategin/fardplan/mottagen")
    String receive(CurrentUser user) {
        receipts.receive(user);
        return "redirect:/strategin/fardplan/mottagen";
    }

    private Place place(String code, List<Receipt> received) {
        String name = units.find(code)
                .map(unit -> unit.nearest(LocalDate.now(HouseTime.SWEDEN)).name())
                .or(() -> organisation.findPrincipal(code).map(Principal::name))
                .orElse(code);
        return new Place(
                name,
                received.stream()
                        .filter(receipt -> receipt.place().equals(code))
                        .map(receipt -> texts.of(
                                "receipt.received",
                                receipt.name(),
                                MOMENT.format(receipt.at().atZone(HouseTime.SWEDEN))))
                        .findFirst()
                        .orElse(""));
    }
}
