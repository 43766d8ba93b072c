package io.github.mesosdiscovery;

/**
 * The fault domain that a master stands in. Since Mesos 1.5.
 *
 * @param region the name of the region, or empty when only the zone was published
 * @param zone the name of the zone within the region, or empty when only the region was
 * published
 */
public record MasterDomain(String region, String zone) {

}
