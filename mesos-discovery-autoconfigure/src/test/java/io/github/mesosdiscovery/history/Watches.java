package io.github.mesosdiscovery.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.mesosdiscovery.faults.ZooKeeperProcess;

/**
 * The watches that the servers hold, by their own word. They name those for data, and
 * count those for children only together with them.
 *
 * @param data the znodes that each session watches the data of
 * @param children how many watches for children there are
 */
record Watches(Map<Long, Set<String>> data, int children) {

	static final Watches NONE = new Watches(Map.of(), 0);

	private static final Pattern COUNT = Pattern.compile("zk_watch_count\\s+(\\d+)");

	static Watches of(List<ZooKeeperProcess> members) {
		Map<Long, Set<String>> data = new HashMap<>();
		int all = 0;
		int named = 0;
		for (ZooKeeperProcess member : members) {
			Set<String> of = Set.of();
			for (String line : member.ask("wchc").lines().toList()) {
				if (line.startsWith("0x")) {
					of = data.computeIfAbsent(Long.parseUnsignedLong(line.substring(2).strip(), 16),
							(session) -> new TreeSet<>());
				}
				else if (line.startsWith("\t")) {
					of.add(line.strip());
					named++;
				}
			}
			Matcher matcher = COUNT.matcher(member.ask("mntr"));
			all += matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
		}
		return new Watches(data, all - named);
	}

	Set<String> of(Collection<Long> sessions) {
		Set<String> znodes = new TreeSet<>();
		sessions.forEach((session) -> znodes.addAll(this.data.getOrDefault(session, Set.of())));
		return znodes;
	}

}
