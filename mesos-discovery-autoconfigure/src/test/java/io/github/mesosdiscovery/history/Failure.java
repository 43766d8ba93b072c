package io.github.mesosdiscovery.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.mesosdiscovery.history.invariant.Violation;
import io.github.mesosdiscovery.history.trace.History;
import io.github.mesosdiscovery.history.trace.Life;
import io.github.mesosdiscovery.history.trace.Sign;
import io.github.mesosdiscovery.history.truth.View;

/**
 * Tells of a run that violates an invariant: how to make it again, and what of its
 * history matters.
 */
final class Failure {

	private static final int MOST = 5;

	private static final int LINES = 60;

	private static final long AROUND = 300_000_000;

	private Failure() {
	}

	static String of(Outcome outcome) {
		StringBuilder text = new StringBuilder();
		text.append("[history] Violated by ").append(outcome.scenario()).append("\n  Again: ");
		text.append(command(outcome.scenario())).append('\n');
		outcome.violations()
			.stream()
			.limit(MOST)
			.forEach((violation) -> text.append("  ").append(violation).append('\n'));
		if (outcome.violations().size() > MOST) {
			text.append("  and ").append(outcome.violations().size() - MOST).append(" more\n");
		}
		Violation first = outcome.violations().get(0);
		slice(first, outcome.history()).forEach((line) -> text.append("    ").append(line).append('\n'));
		return text.toString();
	}

	private static String command(HistoryScenario scenario) {
		return "mvn -pl mesos-discovery-autoconfigure -am verify -Phistory -Dparallel=1 -Dseed=" + scenario.seed();
	}

	/**
	 * The part of the history that violates the invariant, and what ZooKeeper held
	 * meanwhile.
	 */
	static List<String> slice(Violation violation, History history) {
		List<Line> lines = new ArrayList<>();
		Life life = history.lives()
			.stream()
			.filter((one) -> one.name().equals(violation.life()))
			.findFirst()
			.orElseThrow();
		long from = violation.from() - AROUND;
		long to = (violation.to() > Long.MAX_VALUE - AROUND) ? Long.MAX_VALUE : violation.to() + AROUND;
		long origin = life.signs().isEmpty() ? 0 : life.signs().get(0).nanos();
		life.publications()
			.stream()
			.filter((publication) -> publication.nanos() >= from && publication.nanos() <= to)
			.forEach((publication) -> lines.add(new Line(publication.nanos(), publication.toString())));
		life.signs()
			.stream()
			.filter((sign) -> sign.nanos() >= from && sign.nanos() <= to && isTelling(sign))
			.forEach((sign) -> lines.add(new Line(sign.nanos(),
					sign.kind() + " " + sign.end() + " " + sign.znodes() + " of session " + sign.session())));
		lines.sort(Comparator.comparingLong(Line::nanos));
		List<String> text = new ArrayList<>();
		lines.stream()
			.skip(Math.max(0, lines.size() - LINES))
			.forEach((line) -> text.add((line.nanos() - origin) / 1_000_000 + " ms: " + line.text()));
		history.truth()
			.views()
			.stream()
			.filter((view) -> isNamed(view, lines))
			.limit(LINES)
			.forEach((view) -> text.add("ZooKeeper: " + view));
		return text;
	}

	private static boolean isTelling(Sign sign) {
		return sign.kind() != Sign.Kind.TIMER && (sign.kind() != Sign.Kind.HEARD || sign.end() != Sign.End.OK);
	}

	private static boolean isNamed(View view, List<Line> lines) {
		return lines.stream().anyMatch((line) -> line.text().contains("pzxid=" + view.pzxid() + ","));
	}

	private record Line(long nanos, String text) {
	}

}
