"""budget: Case → Budget, the cost lines added up exactly; and the texts that refer to its sums."""

from namndkit.budget.add_up import add_up
from namndkit.budget.references import fill_in
from namndkit.budget.together import add_together, claim

__all__ = ["add_together", "add_up", "claim", "fill_in"]
