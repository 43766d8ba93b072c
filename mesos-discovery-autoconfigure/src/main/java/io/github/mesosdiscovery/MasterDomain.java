package io.github.mesosdiscovery;

/**
 * The fault domain of a master, which masters publish since Mesos 1.5.
 *
 * @param region the name of the region, or empty if only the zone was published
 * @param zone the name of the zone within the region, or empty if only the region was
 * published
 */
public record MasterDomain(String region, String zone) {

}
