"""`consuno learn_from_reviews`: the reader learns where to look from the reviews made here."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from consuno.agenda.actions.learned import Learning, Outcome, learn_from_reviews
from consuno.core.verb import Verb


class Command(Verb):
    """Train the second tier on this installation's reviews; keep it only if it is better."""

    about = gettext_noop("Aprende de las actas revisadas aquí qué frases conviene mirar.")

    def handle(self, **options: object) -> None:  # noqa: D102
        done = learn_from_reviews()
        self.stdout.write(
            _("%(papers)d actas revisadas, %(sentences)d frases.")
            % {"papers": done.papers, "sentences": done.sentences}
        )
        self.stdout.write(_sentence(done))


def _sentence(done: Learning) -> str:
    figures = {"before": round(100 * done.before), "after": round(100 * done.after)}
    match done.outcome:
        case Outcome.TOO_FEW:
            return _("Son muy pocas para aprender algo que valga para otras. Nada cambió.")
        case Outcome.NO_BETTER:
            return (
                _(
                    "No mejora: de cien pares, %(before)d en buen orden como está, %(after)d con lo"
                    " aprendido. Nada cambió."
                )
                % figures
            )
    return (
        _(
            "Guardado: de cien pares de un compromiso y otra frase, %(after)d en buen orden; antes,"
            " %(before)d."
        )
        % figures
    )
