package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.mesosdiscovery.http.MesosLeader;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.service.registry.HttpServiceGroup;

/**
 * Tells the groups of HTTP services that are meant for the leader.
 */
final class LeaderGroups {

	/**
	 * After Spring Boot's configurers, which set the groups up from properties and
	 * customizers.
	 */
	static final int ORDER = 10;

	private LeaderGroups() {
	}

	/**
	 * Return whether the interfaces of a group have {@link MesosLeader}. They share one
	 * client.
	 * @throws InvalidMesosLeaderException if some have it and others do not, or they name
	 * different clusters
	 */
	static boolean contain(HttpServiceGroup group) {
		Map<Boolean, List<String>> names = group.httpServiceTypes()
			.stream()
			.collect(Collectors.partitioningBy((type) -> annotation(type) != null,
					Collectors.mapping(Class::getName, Collectors.toList())));
		List<String> leader = names.getOrDefault(true, List.of());
		List<String> others = names.getOrDefault(false, List.of());
		if (!leader.isEmpty() && !others.isEmpty()) {
			throw new InvalidMesosLeaderException("The HTTP services of group '" + group.name()
					+ "' share a client, but @MesosLeader is on " + leader + " and not on " + others,
					"Put it on all of them, or them into different groups");
		}
		Set<String> clusters = clusters(group);
		if (clusters.size() > 1) {
			throw new InvalidMesosLeaderException(
					"The HTTP services of group '" + group.name()
							+ "' share a client, but their @MesosLeader name different clusters: " + clusters,
					"Name one in all of them, or put them into different groups");
		}
		return !leader.isEmpty();
	}

	/**
	 * Return the cluster of a group that {@link #contain} found.
	 */
	static String cluster(HttpServiceGroup group) {
		return clusters(group).iterator().next();
	}

	private static Set<String> clusters(HttpServiceGroup group) {
		return group.httpServiceTypes()
			.stream()
			.map(LeaderGroups::annotation)
			.filter(Objects::nonNull)
			.map(MesosLeader::value)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static @Nullable MesosLeader annotation(Class<?> type) {
		return AnnotatedElementUtils.findMergedAnnotation(type, MesosLeader.class);
	}

}
