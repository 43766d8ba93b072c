package io.github.mesosdiscovery.benchmarks.cost;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What needs what on a class path, as Maven resolved it.
 *
 * @param needs the artifacts that each artifact needs directly
 */
record DependencyGraph(Map<String, Set<String>> needs) {

	/**
	 * Read a graph in the Trivial Graph Format: a line for each node, with its number and
	 * its coordinates, in brackets where it stands elsewhere, too; a hash; a line for
	 * each edge.
	 */
	static DependencyGraph parse(List<String> lines) {
		Map<String, String> names = new HashMap<>();
		Map<String, Set<String>> needs = new HashMap<>();
		int edges = lines.indexOf("#");
		for (String line : lines.subList(0, edges)) {
			String[] parts = line.split(" ");
			names.put(parts[0], name(parts[1].replace("(", "").split(":")));
		}
		for (String line : lines.subList(edges + 1, lines.size())) {
			String[] parts = line.split(" ");
			if (!parts[2].startsWith("test")) {
				needs.computeIfAbsent(names.get(parts[0]), (first) -> new LinkedHashSet<>()).add(names.get(parts[1]));
			}
		}
		return new DependencyGraph(needs);
	}

	/**
	 * Return all that some artifacts need, with themselves.
	 */
	Set<String> closure(Collection<String> artifacts) {
		Set<String> closure = new LinkedHashSet<>(artifacts);
		Deque<String> next = new ArrayDeque<>(artifacts);
		while (!next.isEmpty()) {
			for (String needed : this.needs.getOrDefault(next.remove(), Set.of())) {
				if (closure.add(needed)) {
					next.add(needed);
				}
			}
		}
		return closure;
	}

	/** Group and artifact, and the classifier where there is one. */
	private static String name(String[] coordinates) {
		String name = coordinates[0] + ":" + coordinates[1];
		return (coordinates.length == 6) ? name + ":" + coordinates[3] : name;
	}

}
