package io.github.mesosdiscovery.history.invariant;

import java.util.ArrayList;
import java.util.List;

import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;

/**
 * All invariants in their order.
 */
public final class Invariants {

	private static final List<Invariant> ALL = List.of(new ValidViews(), new LeaderSubsequence(), new NoRegress(),
			new NoResurrection(), new NoDuplicates(), new HonestAbsence(), new BoundedStaleness(),
			new NoPrematureAbsence(), new Convergence(), new NoZombie(), new TotalOrder(), new GetterAgreement(),
			new Agreement(), new ReadOnly(), new ReadBudget(), new CleanClose(), new Robustness());

	private Invariants() {
	}

	/**
	 * Check all invariants.
	 * @param history the history
	 * @return what violates them, empty if all hold
	 */
	public static List<Violation> check(History history) {
		List<Violation> violations = new ArrayList<>();
		for (int i = 0; i < ALL.size(); i++) {
			violations.addAll(check(i + 1, ALL.get(i), history));
		}
		return violations;
	}

	static List<Violation> check(Invariant invariant, History history) {
		return check(ALL.indexOf(invariant) + 1, invariant, history);
	}

	private static List<Violation> check(int number, Invariant invariant, History history) {
		List<Violation> violations = new ArrayList<>();
		for (Life life : history.lives()) {
			invariant.check(life, history, (from, to, what) -> violations
				.add(new Violation(number, invariant.getClass().getSimpleName(), life.name(), from, to, what)));
		}
		return violations;
	}

	/**
	 * Return whether an invariant speaks of time, so that it says nothing about a machine
	 * that was busy with something else.
	 * @param violation a violation of it
	 * @return whether it does
	 */
	public static boolean isOfTime(Violation violation) {
		return violation.number() == 7 || violation.number() == 9 || violation.number() == 10;
	}

}
