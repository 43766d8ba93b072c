package io.github.mesosdiscovery.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.mesosdiscovery.http.MesosLeader;
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
	 * @throws IllegalStateException if some have it and others do not
	 */
	static boolean contain(HttpServiceGroup group) {
		Map<Boolean, List<String>> names = group.httpServiceTypes()
			.stream()
			.collect(Collectors.partitioningBy(LeaderGroups::isForLeader,
					Collectors.mapping(Class::getName, Collectors.toList())));
		List<String> leader = names.getOrDefault(true, List.of());
		List<String> others = names.getOrDefault(false, List.of());
		if (!leader.isEmpty() && !others.isEmpty()) {
			throw new IllegalStateException(
					"The HTTP services of group '" + group.name() + "' share a client, but @MesosLeader is on " + leader
							+ " and not on " + others + ". Put it on all of them, or them into different groups");
		}
		return !leader.isEmpty();
	}

	private static boolean isForLeader(Class<?> type) {
		return AnnotatedElementUtils.hasAnnotation(type, MesosLeader.class);
	}

}
