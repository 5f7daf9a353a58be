import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deleteProject, projectsQuery } from '../../shared/api/inventory.js';
import { keys } from '../../shared/api/keys.js';
import { noValue } from '../../shared/format/figures.js';
import { ProjectForm } from './project-form.js';
import { RecordSection } from './record-section.js';
import { DeleteButton, EditButton } from '../../shared/ui/row-buttons.js';

/** What is evaluated, and for whom. */
export function ProjectsSection() {
  const { t } = useTranslation();
  return (
    <RecordSection
      of="projects"
      query={useQuery(projectsQuery)}
      addLabel={t('project.add')}
      columns={[
        { key: 'name', title: t('project.name'), phone: 'head', render: ({ name }) => name },
        {
          key: 'owner',
          title: t('organizationKind.owner'),
          render: ({ ownerOrganizationName }) => ownerOrganizationName ?? noValue,
        },
        {
          key: 'evaluator',
          title: t('organizationKind.evaluator'),
          render: ({ evaluatorOrganizationName }) => evaluatorOrganizationName ?? noValue,
        },
      ]}
      actions={(item, editing) => (
        <>
          <EditButton onEdit={() => editing.start(item)} />
          <DeleteButton
            title={t('record.deleteTitle', { name: item.name })}
            text={t('project.deleteText')}
            onDelete={() => deleteProject(item.id)}
            refresh={[keys.projects]}
          />
        </>
      )}
      form={(editing) => <ProjectForm editing={editing} />}
    />
  );
}
