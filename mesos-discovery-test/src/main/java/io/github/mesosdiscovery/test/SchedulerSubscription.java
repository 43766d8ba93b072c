package io.github.mesosdiscovery.test;

/**
 * A framework that is subscribed to the scheduler API of a master.
 *
 * @param frameworkId the id that a master assigned to the framework. It stays the same
 * after a failover
 * @param streamId the {@code Mesos-Stream-Id} of the subscription, another one for each
 * @param master the master that sends the events
 */
public record SchedulerSubscription(String frameworkId, String streamId, SimulatedMaster master) {

}
